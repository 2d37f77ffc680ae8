package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.peercircle.id.GroupId;
import org.peercircle.internal.Arguments;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.plan.ActionPlan;
import org.peercircle.plan.PlanReminder;

/**
 * What to remind a member of. A host asks for each member as that member and sends what it gets: whether somebody has a
 * plan is theirs, so the program office gets nothing.
 *
 * <pre>{@code
 * for (PersonId member : members) {
 *     office.as(Actor.participant(member)).reminders().between(group, today, today).forEach(mail::send);
 * }
 * }</pre>
 */
public final class ReminderDesk {

    /** How many days before a survey closes those who have not answered are reminded. */
    private static final int DAYS_BEFORE_CLOSING = 3;

    private final Backstage backstage;
    private final Actor actor;

    ReminderDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
    }

    /**
     * Returns what falls on the days from one to another, both included, if nothing is said in between.
     *
     * @param to at most 400 days after {@code from}
     * @return for the actor alone, by day and kind; empty unless they are a member
     */
    public ImmutableList<Reminder> between(GroupId group, LocalDate from, LocalDate to) {
        Arguments.require(
                !to.isBefore(from) && !to.isAfter(from.plusDays(400)), "to", "be 0 to 400 days after from", to);
        Work work = backstage.look();
        return Room.open(backstage, actor, work, group).stream()
                .filter(Room::isAcknowledgedMember)
                .flatMap(room -> Stream.of(
                                ofPlans(room, from, to), ofRehearsals(room), ofReflections(room), ofPulses(room))
                        .flatMap(reminders -> reminders))
                .filter(r -> !r.on().isBefore(from) && !r.on().isAfter(to))
                .sorted(Comparator.comparing(Reminder::on)
                        .thenComparing(Reminder::kind)
                        .thenComparing(Reminder::subject)
                        .thenComparing(r -> r.step().map(Object::toString).orElse("")))
                .collect(ImmutableList.toImmutableList());
    }

    private Stream<Reminder> ofPlans(Room room, LocalDate from, LocalDate to) {
        return room.work().children(AggregateKind.PLAN, room.group().id()).stream()
                .filter(plan -> room.permits(plan.tag()))
                .flatMap(plan -> plan.reminders(from, to).stream()
                        .filter(r -> r.to().equals(actor.person()))
                        .map(r -> ofPlan(plan, r)));
    }

    private static Reminder ofPlan(ActionPlan plan, PlanReminder reminder) {
        return new Reminder(
                kind(reminder.kind()),
                reminder.to(),
                reminder.on(),
                plan.group(),
                plan.id().value(),
                reminder.step());
    }

    private static Reminder.Kind kind(PlanReminder.Kind kind) {
        return switch (kind) {
            case STEP_DUE -> Reminder.Kind.STEP_DUE;
            case STEP_OVERDUE -> Reminder.Kind.STEP_OVERDUE;
            case ASK_ABOUT_STEP -> Reminder.Kind.ASK_ABOUT_STEP;
            case REPORT -> Reminder.Kind.REPORT;
            case PAUSE_OVER -> Reminder.Kind.PAUSE_OVER;
            case CHANGE_COURSE -> Reminder.Kind.CHANGE_COURSE;
        };
    }

    private Stream<Reminder> ofRehearsals(Room room) {
        return room.work().children(AggregateKind.REHEARSAL, room.group().id()).stream()
                .filter(r -> r.speaker().equals(actor.person()) && r.aftermath().isEmpty())
                .flatMap(r -> r.brief().talkOn().stream()
                        .map(day -> about(room, Reminder.Kind.TELL_HOW_IT_WENT, day.plusDays(1), r.id().value())));
    }

    private Stream<Reminder> ofReflections(Room room) {
        return room.work().children(AggregateKind.REFLECTION, room.group().id()).stream()
                .filter(r -> r.owner().equals(actor.person()))
                .flatMap(r ->
                        r.followUpOn().stream().map(day -> about(room, Reminder.Kind.LOOK_BACK, day, r.id().value())));
    }

    private Stream<Reminder> ofPulses(Room room) {
        ImmutableList<PulseView> surveys =
                new PulseDesk(backstage, actor).list(room.group().cohort());
        return surveys.stream()
                .filter(s -> s.own().isEmpty())
                .map(s -> about(
                        room,
                        Reminder.Kind.ANSWER_SURVEY,
                        s.closesAt().atZone(ZoneOffset.UTC).toLocalDate().minusDays(DAYS_BEFORE_CLOSING),
                        s.id().value()));
    }

    private Reminder about(Room room, Reminder.Kind kind, LocalDate on, String subject) {
        return new Reminder(kind, actor.person(), on, room.group().id(), subject, Optional.empty());
    }
}
