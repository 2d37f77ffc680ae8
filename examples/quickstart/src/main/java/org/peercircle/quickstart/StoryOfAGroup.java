package org.peercircle.quickstart;

import com.google.common.collect.ImmutableList;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.meeting.Agenda;
import org.peercircle.meeting.Attendance;
import org.peercircle.office.DepartureDraft;
import org.peercircle.office.Desk;
import org.peercircle.office.FormationRules;
import org.peercircle.office.GroupView;
import org.peercircle.office.MeetingView;
import org.peercircle.office.SeatSuggestion;

/** One group's first meetings, played through with made-up content: one plan begins, a member leaves, another comes. */
final class StoryOfAGroup {

    static final int MEETINGS = 3;

    private final Gatherings gatherings;
    private final Desk coordinator;
    private final StoryOfAPlan plan;
    private final FormationRules rules;
    private final Predicate<PersonId> canCome;
    private final IntConsumer othersMeet;

    StoryOfAGroup(
            Gatherings gatherings,
            Desk coordinator,
            StoryOfAPlan plan,
            FormationRules rules,
            Predicate<PersonId> canCome,
            IntConsumer othersMeet) {
        this.gatherings = gatherings;
        this.othersMeet = othersMeet;
        this.coordinator = coordinator;
        this.plan = plan;
        this.rules = rules;
        this.canCome = canCome;
    }

    YearReport.Story play(GroupId id) {
        GroupView group = coordinator.groups().view(id).orElseThrow();
        ImmutableList<PersonId> members = group.members().asList();
        PersonId leaver = members.get(members.size() - 1);
        List<String> agenda = words(meet(id, 0));
        meet(id, 1);

        // A member leaves, and the seat goes to whoever the group gains most from.
        desk(leaver)
                .groups()
                .depart(
                        id,
                        leaver,
                        DepartureDraft.now().keepingSpace().because(Confidential.draft("A position elsewhere.")))
                .orElseThrow();
        ImmutableList<SeatSuggestion> suggestions =
                coordinator.seats().suggest(id, rules).orElseThrow();
        Optional<PersonId> newcomer = suggestions.stream()
                .filter(s -> s.keepsRules() && canCome.test(s.person()))
                .findFirst()
                .map(SeatSuggestion::person);
        newcomer.ifPresent(person -> seat(id, person));

        meet(id, 2);
        return new YearReport.Story(group.name(), ImmutableList.copyOf(agenda), leaver, newcomer, suggestions);
    }

    /** A month: what its owner brings, the meeting, what becomes of the plan, and the other groups' meetings. */
    private MeetingView meet(GroupId id, int month) {
        plan.before(month);
        MeetingView meeting = coordinator.meetings().calendar(id).get(month);
        gatherings.before(meeting);
        plan.bring(month);
        MeetingView planned = planAndHold(id, meeting);
        plan.after(month);
        othersMeet.accept(month);
        return planned;
    }

    private Desk desk(PersonId person) {
        return gatherings.desk(person);
    }

    /** The last member on the list is late, as always. */
    private MeetingView planAndHold(GroupId id, MeetingView meeting) {
        PersonId last = gatherings.members(id).asList().reverse().get(0);
        return gatherings.planAndHold(
                id, meeting, person -> person.equals(last) ? Attendance.LATE : Attendance.PRESENT);
    }

    /** Offers the seat, has nobody object, and the invited accept and say yes to the charter. */
    private void seat(GroupId id, PersonId person) {
        coordinator.seats().invite(id, person, Period.ofDays(14)).orElseThrow();
        gatherings
                .members(id)
                .forEach(member -> desk(member).seats().vote(id, person, true).orElseThrow());
        desk(person).seats().accept(id).orElseThrow();
        desk(person).agreements().acknowledge(id).orElseThrow();
    }

    private static List<String> words(MeetingView meeting) {
        List<String> lines = new ArrayList<>();
        for (Agenda.Item item : meeting.agenda().orElseThrow().items()) {
            String what = switch (item.kind()) {
                case WELCOME -> "Welcome, and what is said here stays here";
                case OPENING_ROUND -> "A word from everybody";
                case AGREEMENT -> "What we agree on";
                case CHECK_IN -> "Check-in on a step";
                case TOPIC ->
                    meeting.topics().stream()
                            .filter(t -> Optional.of(t.id()).equals(item.topic()))
                            .map(t -> "Topic: " + t.title())
                            .findFirst()
                            .orElse("Topic");
                case OPEN -> "Open round";
                case FAREWELL -> "A good word for a member who leaves";
                case CELEBRATION -> "What we reached";
                case CLOSING_ROUND -> "A good word for everybody";
                case COMMITMENTS -> "Everybody says what they will do next";
            };
            lines.add(item.length().toMinutes() + " min  " + what);
        }
        return lines;
    }
}
