package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.id.TopicId;
import org.peercircle.meeting.Attendance;
import org.peercircle.meeting.KindOfHelp;
import org.peercircle.meeting.Meeting;
import org.peercircle.meeting.MeetingFormat;
import org.peercircle.meeting.MeetingTime;
import org.peercircle.meeting.Topic;
import org.peercircle.moderation.Away;
import org.peercircle.moderation.MeetingRole;
import org.peercircle.moderation.Turn;
import org.peercircle.moderation.TurnReason;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.office.port.Stored;

/** What holds after any sequence of what members, outsiders and coordinators can do to meetings and turns of a group. */
class MeetingLifeProperties {

    private static final ProgramId PROGRAM = ProgramId.of("test");

    /** One thing somebody does; numbers choose who and at which meeting. Person 6 is of another group, 7 the coordinator. */
    record Act(int what, int person, int meeting, int other, boolean yes, int hours) {}

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 23),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.integers().between(0, 300))
                .as(Act::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(50);
    }

    @Property(tries = 500)
    void S8_S12_S17_no_sequence_of_acts_loses_a_topic_a_turn_or_a_fact(@ForAll("acts") List<Act> acts) {
        Program program = Program.running();
        Map<TopicId, PersonId> brought = new LinkedHashMap<>();
        Map<MeetingId, Meeting> before = new HashMap<>();
        for (Act act : acts) {
            program.now = program.now.plus(Duration.ofHours(act.hours()));
            act(program, act, brought);
            List<Meeting> meetings = meetings(program);
            nothingOnRecordIsOverwritten(meetings, before);
            theOfficeSeesWhoModeratesAndNoMore(program);
            nothingBroughtIsLost(program, meetings, brought.keySet());
        }
    }

    private static List<Meeting> meetings(Program program) {
        return program
                .repository
                .children(PROGRAM, AggregateKind.MEETING, program.aurora().value())
                .stream()
                .map(Stored::value)
                .sorted(Comparator.comparing(Meeting::startsAt))
                .toList();
    }

    private static void act(Program program, Act act, Map<TopicId, PersonId> brought) {
        GroupId aurora = program.aurora();
        Desk desk = act.person() == 7 ? program.coordinator : program.desk(act.person());
        List<Meeting> meetings = meetings(program);
        MeetingId meeting = meetings.get(act.meeting() % meetings.size()).id();
        MeetingId other = meetings.get(act.other() % meetings.size()).id();
        PersonId person = Program.person(act.other());
        MeetingRole role = act.yes() ? MeetingRole.MODERATOR : MeetingRole.TIMEKEEPER;
        switch (act.what()) {
            case 0 -> desk.turns().skip(aurora, meeting, role);
            case 1 -> desk.turns().keepTurn(aurora, meeting, role);
            case 2, 3 -> desk.turns().offerSwap(aurora, role, meeting, other);
            case 4, 5 -> desk.turns().answerSwap(aurora, role, person, act.yes());
            case 6 -> desk.turns().withdrawSwap(aurora, role, person);
            case 7 ->
                desk.turns()
                        .optOut(
                                aurora,
                                act.yes() ? ImmutableSet.of(MeetingRole.MODERATOR) : Away.EVERY_ROLE,
                                act.yes() ? Optional.of(program.now.plus(Duration.ofDays(40))) : Optional.empty());
            case 8 -> desk.turns().optIn(aurora);
            case 9 -> desk.groups().goOnLeave(aurora, program.now, Optional.empty(), Optional.empty());
            case 10 -> desk.groups().comeBack(aurora);
            case 11 -> {
                if (!act.yes()) {
                    desk.groups().depart(aurora, Program.person(act.person()), DepartureDraft.now());
                }
            }
            case 12, 13, 14 -> {
                Decision<TopicId> topic = desk.meetings()
                        .bring(aurora, meeting, TopicDraft.of("canary", KindOfHelp.ADVICE, Duration.ofMinutes(25)));
                if (topic.isAccepted()) {
                    brought.put(topic.orElseThrow(), Program.person(act.person()));
                }
            }
            case 15 -> desk.meetings().planAgenda(aurora, meeting, members(program));
            case 16, 17, 18 ->
                desk.meetings().hold(aurora, nextToHold(meetings).orElse(meeting), draft(program, act, brought));
            case 19 -> desk.meetings().correct(aurora, meeting, draft(program, act, brought));
            case 20 -> {
                if (act.yes()) {
                    desk.meetings().move(aurora, meeting, at(meetings, meeting).plusDays(act.other()), time(program));
                } else {
                    desk.meetings().cancel(aurora, meeting);
                }
            }
            case 21 ->
                brought.keySet().stream()
                        .skip(act.other() % Math.max(1, brought.size()))
                        .findFirst()
                        .ifPresent(topic -> desk.meetings()
                                .conclude(
                                        aurora,
                                        meeting,
                                        topic,
                                        Topic.Outcome.values()[act.other() % 4],
                                        ImmutableSet.of(person)));
            case 22 ->
                desk.meetings()
                        .note(
                                aurora,
                                meeting,
                                Confidential.draft("canary"),
                                act.yes() ? Audience.THOSE_PRESENT : Audience.JUST_ME);
            default -> desk.meetings().chooseFormat(aurora, meeting, MeetingFormat.BUILT_IN.get(act.other()));
        }
    }

    private static Optional<MeetingId> nextToHold(List<Meeting> meetings) {
        return meetings.stream()
                .filter(m -> m.state() == Meeting.State.SCHEDULED)
                .findFirst()
                .map(Meeting::id);
    }

    private static LocalDate at(List<Meeting> meetings, MeetingId meeting) {
        return meetings.stream()
                .filter(m -> m.id().equals(meeting))
                .findFirst()
                .orElseThrow()
                .on();
    }

    private static MeetingTime time(Program program) {
        return program.coordinator
                .groups()
                .view(program.aurora())
                .orElseThrow()
                .settings()
                .orElseThrow()
                .time();
    }

    private static ImmutableSet<PersonId> members(Program program) {
        return program.coordinator.groups().view(program.aurora()).orElseThrow().members();
    }

    private static MinutesDraft draft(Program program, Act act, Map<TopicId, PersonId> brought) {
        ImmutableMap.Builder<PersonId, Attendance> there = ImmutableMap.builder();
        List<PersonId> members = members(program).asList();
        for (int i = 0; i < members.size(); i++) {
            boolean absent = (act.hours() >> i) % 4 == 3;
            there.put(members.get(i), absent ? Attendance.EXCUSED : Attendance.PRESENT);
        }
        PersonId guide = members.isEmpty() ? Program.person(0) : members.get(act.other() % members.size());
        MinutesDraft draft = MinutesDraft.moderatedBy(guide, there.buildOrThrow());
        return act.yes()
                ? draft
                : draft.notReaching(brought.keySet().stream().limit(1).collect(ImmutableSet.toImmutableSet()));
    }

    private static void nothingOnRecordIsOverwritten(List<Meeting> meetings, Map<MeetingId, Meeting> before) {
        for (Meeting now : meetings) {
            Meeting then = before.put(now.id(), now);
            if (then != null) {
                continues(then.minutesEntries(), now.minutesEntries());
                continues(then.topicEntries(), now.topicEntries());
                continues(then.notes(), now.notes());
                continues(then.moves(), now.moves());
                continues(then.topics(), now.topics());
                assertThat(now.sequence()).isGreaterThanOrEqualTo(then.sequence());
                boolean narrower =
                        then.state() != Meeting.State.HELD || then.present().containsAll(now.present());
                assertThat(narrower).as("a correction opened something").isTrue();
            }
        }
    }

    private static void continues(List<?> then, List<?> now) {
        assertThat(now.subList(0, Math.min(now.size(), then.size()))).isEqualTo(then);
    }

    private static void theOfficeSeesWhoModeratesAndNoMore(Program program) {
        ImmutableList<Turn> seen =
                program.coordinator.turns().next(program.aurora(), 8).orElseThrow();
        assertThat(seen)
                .flatExtracting(Turn::duties)
                .allMatch(duty -> duty.reason().equals(new TurnReason.TheirTurn()));
        members(program).stream().findFirst().ifPresent(member -> {
            ImmutableList<Turn> own = program.office
                    .as(Actor.participant(member))
                    .turns()
                    .next(program.aurora(), 8)
                    .orElseThrow();
            assertThat(own)
                    .extracting(Turn::moderator)
                    .isEqualTo(seen.stream().map(Turn::moderator).toList());
        });
        assertThat(program.coordinator.meetings().calendar(program.aurora()))
                .allMatch(m -> m.roles().isEmpty()
                        && m.topics().isEmpty()
                        && m.notes().isEmpty()
                        && m.agenda().isEmpty());
        assertThat(program.desk(6).meetings().calendar(program.aurora())).isEmpty();
    }

    /** Whatever was brought and never had its time comes up at the next meeting, or waits at a later one. */
    private static void nothingBroughtIsLost(Program program, List<Meeting> meetings, Set<TopicId> brought) {
        List<Meeting> held =
                meetings.stream().filter(m -> m.state() == Meeting.State.HELD).toList();
        Optional<Meeting> next = meetings.stream()
                .filter(m -> m.state() == Meeting.State.SCHEDULED
                        && held.stream().noneMatch(h -> h.startsAt().isAfter(m.startsAt())))
                .findFirst();
        ImmutableSet<PersonId> members = members(program);
        if (next.isEmpty() || members.isEmpty()) {
            return;
        }
        Set<TopicId> open = new HashSet<>(brought);
        meetings.forEach(m -> m.reachedTopics().forEach(t -> open.remove(t.id())));
        meetings.stream()
                .filter(m -> m.startsAt().isAfter(next.orElseThrow().startsAt()))
                .forEach(m -> m.topics().forEach(t -> open.remove(t.id())));
        Decision<MeetingView> planned = program.office
                .as(Actor.participant(members.asList().get(0)))
                .meetings()
                .planAgenda(program.aurora(), next.orElseThrow().id(), members);
        if (planned.isAccepted()) {
            List<TopicId> all =
                    new ArrayList<>(planned.orElseThrow().agenda().orElseThrow().topics());
            all.addAll(planned.orElseThrow().agenda().orElseThrow().carriedOver());
            assertThat(all).containsAll(open);
        } else {
            assertThat(planned.refusals()).extracting(r -> r.code()).containsOnly("agenda-too-long", "not-a-member");
        }
    }
}
