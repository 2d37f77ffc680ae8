package org.peercircle.quickstart;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.group.MembershipInterval;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.meeting.Attendance;
import org.peercircle.meeting.Standing;
import org.peercircle.moderation.MeetingRole;
import org.peercircle.moderation.Served;
import org.peercircle.moderation.Turn;
import org.peercircle.office.DepartureDraft;
import org.peercircle.office.Desk;
import org.peercircle.office.FormationRules;
import org.peercircle.office.GroupSignal;
import org.peercircle.office.MeetingView;

/**
 * A year of comings and goings: in the first group somebody stops coming, and somebody takes a leave; two other groups
 * lose members until they are too small. The coordinator sees signals, and is advised; nothing happens by itself.
 */
final class LifeOfGroups {

    private static final int ABSENT_FROM = 4;
    private static final int ABSENT_UNTIL = 6;
    private static final int LEAVE_FROM = 7;
    private static final int LEAVE_UNTIL = 9;
    private static final int SWAP = 3;
    private static final int MOVED = 6;
    private static final int NO_SHOW = 8;
    private static final int SKIP = 10;

    private final Gatherings gatherings;
    private final Desk coordinator;
    private final SettableClock clock;
    private final StoryOfAPlan plan;
    private final FormationRules rules;
    private final CohortId cohort;
    private final GroupId first;
    private final ImmutableList<GroupId> shrinking;
    private final List<YearReport.Noted> noted = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private final List<PersonId> left = new ArrayList<>();

    LifeOfGroups(
            Gatherings gatherings,
            Desk coordinator,
            SettableClock clock,
            StoryOfAPlan plan,
            FormationRules rules,
            CohortId cohort,
            ImmutableList<GroupId> groups) {
        this.gatherings = gatherings;
        this.coordinator = coordinator;
        this.clock = clock;
        this.plan = plan;
        this.rules = rules;
        this.cohort = cohort;
        this.first = groups.get(0);
        this.shrinking = groups.subList(1, groups.size()).stream()
                .sorted(Comparator.comparing(g -> gatherings.members(g).size()))
                .limit(2)
                .collect(ImmutableList.toImmutableList());
    }

    /** Plays a month of the groups that shrink, after that of the first group, which has its own story. */
    void othersMeet(int month) {
        shrinking.forEach(id -> meets(id, month));
        note(month);
    }

    private void meets(GroupId id, int month) {
        MeetingView meeting = coordinator.meetings().calendar(id).get(month);
        gatherings.before(meeting);
        int due = StoryOfAGroup.MEETINGS + shrinking.indexOf(id);
        boolean tooMany = gatherings.members(id).size() >= minimum(id);
        if (month >= due && (month - due) % 2 == 0 && tooMany) {
            leaves(id, meeting);
        }
        gatherings.planAndHold(id, meeting, LifeOfGroups::there);
    }

    private int minimum(GroupId id) {
        return coordinator.groups().view(id).orElseThrow().size().sizing().min();
    }

    private void leaves(GroupId id, MeetingView meeting) {
        ImmutableList<PersonId> members = gatherings.members(id).asList();
        PersonId leaver = members.get(members.size() - 1);
        gatherings
                .desk(leaver)
                .groups()
                .depart(
                        id,
                        leaver,
                        DepartureDraft.on(meeting.startsAt().plus(Duration.ofDays(1)))
                                .keepingSpace()
                                .withFarewell())
                .orElseThrow();
        left.add(leaver);
    }

    /** Plays the rest of the year, each month's meetings in the order of the calendar. */
    void restOfTheYear(int months) {
        PersonId fades = gatherings.members(first).asList().get(3);
        PersonId away = gatherings.members(first).asList().get(4);
        List<GroupId> played = new ArrayList<>(shrinking);
        played.add(first);
        for (int month = StoryOfAGroup.MEETINGS; month < months; month++) {
            int now = month;
            plan.before(month);
            if (month == MOVED) {
                moveByAWeek(coordinator.meetings().calendar(first).get(month));
            }
            played.sort(Comparator.comparing(
                    id -> coordinator.meetings().calendar(id).get(now).startsAt()));
            for (GroupId id : played) {
                if (id.equals(first)) {
                    firstMeets(month, fades, away);
                } else {
                    meets(id, month);
                }
            }
            note(month);
        }
    }

    private void moveByAWeek(MeetingView meeting) {
        coordinator
                .meetings()
                .move(first, meeting.id(), meeting.on().plusWeeks(1), meeting.time())
                .orElseThrow();
    }

    private void firstMeets(int month, PersonId fades, PersonId away) {
        ImmutableList<MeetingView> calendar = coordinator.meetings().calendar(first);
        MeetingView meeting = calendar.get(month);
        gatherings.before(meeting);
        if (month == LEAVE_FROM) {
            gatherings
                    .desk(away)
                    .groups()
                    .goOnLeave(
                            first,
                            clock.instant(),
                            Optional.of(calendar.get(LEAVE_UNTIL).startsAt().minus(Duration.ofDays(1))),
                            Optional.of(Confidential.draft("A second child.")))
                    .orElseThrow();
        }
        arrangeTurns(month, calendar);
        boolean absent = month >= ABSENT_FROM && month < ABSENT_UNTIL;
        boolean onLeave = month >= LEAVE_FROM && month < LEAVE_UNTIL;
        Function<PersonId, Attendance> there = attendance(fades, absent, away, onLeave);
        if (month == NO_SHOW) {
            PersonId due = next(1).moderator();
            there = person -> person.equals(due) ? Attendance.ABSENT : Attendance.PRESENT;
        }
        plan.bring(month);
        gatherings.planAndHold(first, meeting, there);
        plan.after(month);
    }

    /** Members arrange their turns among themselves: two exchange theirs, and later one asks to be passed over. */
    private void arrangeTurns(int month, ImmutableList<MeetingView> calendar) {
        if (month == SWAP) {
            PersonId gives = next(1).moderator();
            PersonId takes = next(3).moderator();
            gatherings
                    .desk(gives)
                    .turns()
                    .offerSwap(
                            first,
                            MeetingRole.MODERATOR,
                            calendar.get(month).id(),
                            calendar.get(month + 2).id())
                    .orElseThrow();
            gatherings
                    .desk(takes)
                    .turns()
                    .answerSwap(first, MeetingRole.MODERATOR, gives, true)
                    .orElseThrow();
        }
        if (month == SKIP) {
            gatherings
                    .desk(next(1).moderator())
                    .turns()
                    .skip(first, calendar.get(month).id(), MeetingRole.MODERATOR)
                    .orElseThrow();
        }
    }

    /** The n-th turn to come, as members see it. */
    private Turn next(int ahead) {
        return gatherings
                .desk(gatherings.members(first).asList().get(0))
                .turns()
                .next(first, ahead)
                .orElseThrow()
                .get(ahead - 1);
    }

    private static Function<PersonId, Attendance> attendance(
            PersonId fades, boolean absent, PersonId away, boolean onLeave) {
        return person -> {
            if (absent && person.equals(fades)) {
                return Attendance.ABSENT;
            }
            return onLeave && person.equals(away) ? Attendance.EXCUSED : there(person);
        };
    }

    private static Attendance there(PersonId person) {
        return Attendance.PRESENT;
    }

    /** What the coordinator sees this month that asks for a look, told when it is new. */
    private void note(int month) {
        LocalDate day = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        for (GroupSignal signal : coordinator.groups().signals(cohort)) {
            boolean news = told.add(signal.name() + (signal.size().isDue() ? " due" : " outside"));
            if (signal.size().isOutside() && news) {
                noted.add(new YearReport.Noted(
                        month, day, signal.name(), signal.size().message()));
            }
            if (!signal.size().isOutside()) {
                told.remove(signal.name() + " outside");
            }
            signal.standing().forEach((person, standing) -> {
                if (standing == Standing.LAPSED && told.add(person.value())) {
                    noted.add(new YearReport.Noted(
                            month,
                            day,
                            signal.name(),
                            "has not met the attendance rule. Ask how they are.",
                            Optional.of(person)));
                }
            });
        }
    }

    YearReport.Life report() {
        ImmutableList<MeetingView> meetings = gatherings
                .desk(gatherings.members(first).asList().get(0))
                .meetings()
                .calendar(first);
        Desk member = gatherings.desk(gatherings.members(first).asList().get(0));
        ImmutableMap.Builder<PersonId, ImmutableList<MembershipInterval>> lanes = ImmutableMap.builder();
        meetings.stream()
                .flatMap(m -> m.attendance().keySet().stream())
                .distinct()
                .forEach(person -> lanes.put(person, member.groups().timeline(first, person)));
        Optional<GroupId> smallest = shrinking.stream().findFirst();
        return new YearReport.Life(
                turns(meetings),
                coordinator.groups().view(first).orElseThrow().name(),
                meetings,
                lanes.buildOrThrow(),
                ImmutableList.copyOf(noted),
                ImmutableList.copyOf(left),
                smallest.map(id -> coordinator.groups().view(id).orElseThrow().name()),
                smallest.map(id -> coordinator.groups().advice(id, rules).orElseThrow())
                        .orElse(ImmutableList.of()));
    }

    private ImmutableList<YearReport.TurnTaken> turns(ImmutableList<MeetingView> meetings) {
        ImmutableList.Builder<YearReport.TurnTaken> taken = ImmutableList.builder();
        for (MeetingView meeting : meetings) {
            Served served = meeting.roles().get(MeetingRole.MODERATOR);
            if (served != null) {
                taken.add(new YearReport.TurnTaken(
                        meeting.on(),
                        served,
                        gatherings.planned(meeting.id()).orElseThrow(),
                        Optional.ofNullable(meeting.roles().get(MeetingRole.TIMEKEEPER))
                                .map(Served::person),
                        meeting.attendance().keySet()));
            }
        }
        return taken.build();
    }
}
