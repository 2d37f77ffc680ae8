package org.peercircle.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.id.StepId;
import org.peercircle.id.TopicId;
import org.peercircle.moderation.MeetingRole;
import org.peercircle.moderation.Served;

class MeetingTest {

    private static final PersonId ADA = PersonId.of("ada");
    private static final PersonId BEN = PersonId.of("ben");
    private static final PersonId CLEO = PersonId.of("cleo");
    private static final Instant THEN = Instant.parse("2027-03-18T14:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2027, 3, 18);
    private static final MeetingTime NOON = new MeetingTime(LocalTime.NOON, Duration.ofMinutes(90), ZoneId.of("UTC"));

    private static Meeting scheduled() {
        return Meeting.builder()
                .id(MeetingId.of("m"))
                .program(ProgramId.of("p"))
                .group(GroupId.of("g"))
                .on(DAY)
                .time(NOON)
                .format(MeetingFormat.ROUNDTABLE)
                .state(Meeting.State.SCHEDULED)
                .build();
    }

    private static Topic topic(String id) {
        return topic(id, ADA);
    }

    private static Topic topic(String id, PersonId by) {
        return new Topic(
                TopicId.of(id),
                by,
                Confidential.draft("canary"),
                KindOfHelp.ADVICE,
                Duration.ofMinutes(20),
                Urgency.NORMAL);
    }

    private static Minutes minutes(PersonId moderator, Map<PersonId, Attendance> there) {
        return Minutes.moderatedBy(moderator, there);
    }

    private static Meeting held(Map<PersonId, Attendance> there) {
        return scheduled().hold(minutes(BEN, there), List.of(), BEN, THEN).orElseThrow();
    }

    private static Agenda agenda(String... topics) {
        ImmutableList.Builder<Agenda.Item> items = ImmutableList.builder();
        for (String topic : topics) {
            items.add(Agenda.Item.topic(
                    new AgendaRequest.TopicRequest(TopicId.of(topic), ADA, Duration.ofMinutes(20), Urgency.NORMAL, 0),
                    20));
        }
        return new Agenda(items.build(), ImmutableList.of());
    }

    @Test
    void S3_a_topic_is_brought_talked_about_and_ends_somehow() {
        Meeting held = scheduled()
                .bring(topic("t1"))
                .then(m -> m.bring(topic("t2")))
                .then(m -> m.follow(agenda("t1")))
                .then(m -> m.hold(
                        minutes(BEN, Map.of(ADA, Attendance.LATE, BEN, Attendance.PRESENT)), List.of(), BEN, THEN))
                .then(m -> m.conclude(TopicId.of("t1"), Topic.Outcome.HEARD, ImmutableSet.of(BEN), ADA, THEN))
                .orElseThrow();
        assertThat(held.entryOf(TopicId.of("t1")).orElseThrow().outcome()).isEqualTo(Topic.Outcome.HEARD);
        assertThat(held.entryOf(TopicId.of("t1")).orElseThrow().advisers()).containsExactly(BEN);
        assertThat(held.waitingTopics()).extracting(Topic::id).containsExactly(TopicId.of("t2"));
        assertThat(held.reachedTopics()).extracting(Topic::id).containsExactly(TopicId.of("t1"));
        assertThat(held.present()).containsExactlyInAnyOrder(ADA, BEN);
        assertThat(held.toString()).doesNotContain("canary");
        assertThat(held.conclude(TopicId.of("t9"), Topic.Outcome.HEARD, ImmutableSet.of(), ADA, THEN)
                        .refusals())
                .extracting("code")
                .containsExactly("no-such-topic");
    }

    @Test
    void S3_who_is_said_to_have_advised_was_there_and_did_not_advise_themselves() {
        Meeting held = scheduled()
                .bring(topic("t"))
                .then(m -> m.hold(
                        minutes(BEN, Map.of(ADA, Attendance.PRESENT, BEN, Attendance.PRESENT, CLEO, Attendance.ABSENT)),
                        List.of(),
                        BEN,
                        THEN))
                .orElseThrow();
        for (PersonId adviser : List.of(ADA, CLEO)) {
            assertThat(held.conclude(TopicId.of("t"), Topic.Outcome.HEARD, ImmutableSet.of(adviser), ADA, THEN)
                            .refusals())
                    .containsExactly(new MeetingRefusal.NoAdviser(MeetingId.of("m"), adviser));
        }
    }

    @Test
    void what_is_over_can_not_be_changed_and_what_is_to_come_not_concluded() {
        Meeting held = held(Map.of(BEN, Attendance.PRESENT));
        Minutes minutes = minutes(BEN, Map.of(BEN, Attendance.PRESENT));
        assertThat(List.of(
                        held.bring(topic("t")),
                        held.hold(minutes, List.of(), BEN, THEN),
                        held.cancel(),
                        held.take(MeetingFormat.EXERCISE),
                        held.move(DAY.plusDays(1), NOON, BEN, THEN),
                        held.follow(agenda()),
                        scheduled().correct(minutes, BEN, THEN),
                        scheduled().conclude(TopicId.of("t"), Topic.Outcome.PLAN, ImmutableSet.of(), ADA, THEN),
                        scheduled().cancel().orElseThrow().bring(topic("t")),
                        scheduled().cancel().orElseThrow().note(new Note(ADA, THEN, Confidential.draft("canary")))))
                .allSatisfy(d -> assertThat(d.refusals()).extracting("code").containsExactly("wrong-meeting-state"));
    }

    @Test
    void S8_whoever_had_a_role_was_there() {
        assertThat(scheduled()
                        .hold(
                                minutes(BEN, Map.of(ADA, Attendance.PRESENT, BEN, Attendance.EXCUSED)),
                                List.of(),
                                BEN,
                                THEN)
                        .refusals())
                .singleElement()
                .satisfies(r -> assertThat(r.message()).contains("Name who really was"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Minutes(
                        ImmutableMap.of(MeetingRole.HOST, Served.ownTurn(ADA)),
                        ImmutableMap.of(),
                        ImmutableSet.of(),
                        ImmutableList.of()))
                .withMessageContaining("name the moderator");
    }

    @Test
    void a_meeting_is_moved_and_its_calendar_entry_keeps_its_id_and_counts_on() {
        Meeting moved = scheduled()
                .follow(agenda("t"))
                .then(m -> m.move(DAY.plusDays(7), NOON, BEN, THEN))
                .orElseThrow();
        assertThat(moved.on()).isEqualTo(DAY.plusDays(7));
        assertThat(moved.sequence()).isEqualTo(1);
        assertThat(moved.agenda()).isEmpty();
        assertThat(moved.moves()).containsExactly(new Move(DAY, NOON, BEN, THEN));
        assertThat(moved.cancel().orElseThrow().sequence()).isEqualTo(2);
        assertThat(scheduled().sequence()).isZero();
        assertThat(moved.move(DAY.plusDays(7), NOON, BEN, THEN).refusals())
                .containsExactly(new MeetingRefusal.NotMoved(MeetingId.of("m"), DAY.plusDays(7)));
    }

    @Test
    void a_correction_is_a_new_fact_and_shows_nobody_more() {
        Meeting held = held(Map.of(ADA, Attendance.ABSENT, BEN, Attendance.PRESENT, CLEO, Attendance.PRESENT));
        Meeting corrected = held.correct(
                        minutes(
                                BEN,
                                Map.of(ADA, Attendance.PRESENT, BEN, Attendance.PRESENT, CLEO, Attendance.EXCUSED)),
                        CLEO,
                        THEN.plusSeconds(60))
                .orElseThrow();
        assertThat(corrected.minutesEntries()).hasSize(2);
        assertThat(corrected.minutesEntries().get(0))
                .isEqualTo(held.minutesEntries().get(0));
        assertThat(corrected.minutesEntries().get(1).by()).isEqualTo(CLEO);
        assertThat(corrected.attendance()).containsEntry(ADA, Attendance.PRESENT);
        assertThat(corrected.present()).containsExactly(BEN);
    }

    @Test
    void nothing_brought_is_lost() {
        assertThat(scheduled()
                        .bring(topic("t"))
                        .then(Meeting::cancel)
                        .orElseThrow()
                        .waitingTopics())
                .hasSize(1);
        Meeting withoutOwner = scheduled()
                .bring(topic("t", CLEO))
                .then(m -> m.hold(minutes(BEN, Map.of(BEN, Attendance.PRESENT)), List.of(), BEN, THEN))
                .orElseThrow();
        assertThat(withoutOwner.waitingTopics()).hasSize(1);
        Minutes notReached = new Minutes(
                ImmutableMap.of(MeetingRole.MODERATOR, Served.ownTurn(BEN)),
                ImmutableMap.of(ADA, Attendance.PRESENT, BEN, Attendance.PRESENT),
                ImmutableSet.of(TopicId.of("t1")),
                ImmutableList.of());
        Meeting ranOut = scheduled()
                .bring(topic("t1"))
                .then(m -> m.hold(notReached, List.of(topic("t1"), topic("t0")), BEN, THEN))
                .orElseThrow();
        assertThat(ranOut.topics()).extracting(Topic::id).containsExactly(TopicId.of("t1"), TopicId.of("t0"));
        assertThat(ranOut.waitingTopics()).extracting(Topic::id).containsExactly(TopicId.of("t1"));
        assertThat(scheduled().bring(topic("t")).orElseThrow().waitingTopics()).isEmpty();
        assertThat(scheduled().bring(topic("t")).orElseThrow().reachedTopics()).isEmpty();
    }

    @Test
    void no_more_times_are_noted_than_there_were_boxes() {
        Minutes minutes = new Minutes(
                ImmutableMap.of(MeetingRole.MODERATOR, Served.ownTurn(BEN)),
                ImmutableMap.of(BEN, Attendance.PRESENT),
                ImmutableSet.of(),
                ImmutableList.of(Duration.ofMinutes(5)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scheduled().hold(minutes, List.of(), BEN, THEN))
                .withMessageContaining("at most 0 times");
        assertThat(scheduled()
                        .follow(agenda("t"))
                        .then(m -> m.hold(minutes, List.of(), BEN, THEN))
                        .isAccepted())
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Minutes(
                        minutes.roles(),
                        minutes.attendance(),
                        ImmutableSet.of(),
                        ImmutableList.of(Duration.ofMinutes(-1))))
                .withMessageContaining("negative");
    }

    @Test
    void S9_formats_are_data_with_one_core_and_a_host_adds_its_own() {
        assertThat(MeetingFormat.BUILT_IN).extracting(MeetingFormat::code).doesNotHaveDuplicates();
        assertThat(MeetingFormat.FOCUSED_DISCUSSION.roles()).containsExactly(MeetingRole.DISCUSSION_LEADER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeetingFormat("x", "X", ImmutableList.of(), ImmutableSet.of()))
                .withMessageContaining("exactly one core");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeetingFormat(
                        "x",
                        "X",
                        ImmutableList.of(
                                MeetingFormat.Segment.CORE,
                                MeetingFormat.Segment.CHECK_INS,
                                MeetingFormat.Segment.CHECK_INS),
                        ImmutableSet.of()))
                .withMessageContaining("at most once");
        MeetingFormat own = new MeetingFormat(
                "silent-writing",
                "Silent writing",
                ImmutableList.of(
                        new MeetingFormat.Segment(
                                MeetingFormat.Kind.OPENING_ROUND, Duration.ZERO, Duration.ofSeconds(45)),
                        MeetingFormat.Segment.CORE),
                ImmutableSet.of(MeetingRole.HOST));
        assertThat(scheduled().take(own).orElseThrow().format()).isEqualTo(own);
        Agenda agenda = AgendaPlanner.plan(AgendaRequest.builder()
                        .on(DAY)
                        .length(Duration.ofMinutes(60))
                        .format(own)
                        .addAttending(ADA, BEN, CLEO)
                        .addSteps(new AgendaRequest.OpenStep(StepId.of("s"), ADA, DAY))
                        .build())
                .orElseThrow();
        assertThat(agenda.items())
                .extracting(Agenda.Item::kind)
                .containsExactly(Agenda.Kind.OPENING_ROUND, Agenda.Kind.CHECK_IN, Agenda.Kind.OPEN);
    }

    @Test
    void a_last_meeting_celebrates_and_a_leaver_gets_a_farewell_to_the_minute() {
        AgendaRequest request = AgendaRequest.builder()
                .on(DAY)
                .length(Duration.ofMinutes(60))
                .format(MeetingFormat.FAREWELL)
                .addAttending(ADA, BEN)
                .addLeaving(BEN, PersonId.of("somebody-else"))
                .build();
        Agenda agenda = AgendaPlanner.plan(request).orElseThrow();
        assertThat(agenda.items())
                .extracting(Agenda.Item::kind)
                .containsExactly(Agenda.Kind.WELCOME, Agenda.Kind.OPEN, Agenda.Kind.FAREWELL, Agenda.Kind.CELEBRATION);
        assertThat(agenda.items()).extracting(i -> i.length().toMinutes()).containsExactly(5L, 36L, 5L, 14L);
        assertThat(agenda.items().get(2).person()).contains(BEN);
    }

    @Test
    void a_first_meeting_agrees_on_the_charter() {
        Agenda agenda = AgendaPlanner.plan(AgendaRequest.builder()
                        .on(DAY)
                        .length(Duration.ofMinutes(90))
                        .format(MeetingFormat.KICK_OFF)
                        .addAttending(ADA, BEN, CLEO)
                        .build())
                .orElseThrow();
        assertThat(agenda.items())
                .extracting(Agenda.Item::kind)
                .containsExactly(
                        Agenda.Kind.WELCOME,
                        Agenda.Kind.OPENING_ROUND,
                        Agenda.Kind.AGREEMENT,
                        Agenda.Kind.OPEN,
                        Agenda.Kind.COMMITMENTS);
    }

    @Test
    void attendance_says_how_from_where_and_how_much_was_missed() {
        Attendance late = Attendance.late(Duration.ofMinutes(10)).remotely();
        assertThat(late.wasThere()).isTrue();
        assertThat(late.remote()).isTrue();
        assertThat(late.missed()).isEqualTo(Duration.ofMinutes(10));
        assertThat(Attendance.leftEarly(Duration.ofMinutes(5)).how()).isEqualTo(Attendance.How.LEFT_EARLY);
        assertThat(List.of(Attendance.EXCUSED, Attendance.ABSENT)).noneMatch(Attendance::wasThere);
        assertThatIllegalArgumentException().isThrownBy(Attendance.ABSENT::remotely);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Attendance(Attendance.How.PRESENT, false, Duration.ofMinutes(3)))
                .withMessageContaining("missed");
        assertThatIllegalArgumentException().isThrownBy(() -> Attendance.late(Duration.ofHours(9)));
    }

    @Test
    void a_quorum_is_a_share_and_a_least_number() {
        assertThat(Quorum.HALF.neededOf(7)).isEqualTo(4);
        assertThat(Quorum.HALF.neededOf(2)).isEqualTo(2);
        assertThat(Quorum.HALF.neededOf(1)).isEqualTo(1);
        assertThat(new Quorum(0, 3).neededOf(10)).isEqualTo(3);
        assertThat(Quorum.HALF.isMet(4, 7)).isTrue();
        assertThat(Quorum.HALF.isMet(3, 7)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Quorum(101, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quorum(50, 0));
    }

    @Test
    void bounds_are_checked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeetingFormat(" ", "X", ImmutableList.of(), ImmutableSet.of()))
                .withMessageContaining("code");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeetingFormat("x", "", ImmutableList.of(), ImmutableSet.of()))
                .withMessageContaining("name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeetingFormat(
                        "x", "X", ImmutableList.of(MeetingFormat.Segment.CORE), ImmutableSet.of(MeetingRole.MODERATOR)))
                .withMessageContaining("moderator");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeetingFormat.Segment(
                        MeetingFormat.Kind.CELEBRATION, Duration.ofSeconds(-1), Duration.ZERO))
                .withMessageContaining("fixed");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new MeetingFormat.Segment(MeetingFormat.Kind.CELEBRATION, Duration.ZERO, Duration.ofHours(9)))
                .withMessageContaining("perPerson");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new MeetingTime(LocalTime.NOON, Duration.ofMinutes(60).plusSeconds(1), ZoneId.of("UTC")))
                .withMessageContaining("whole minutes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Meeting.builder()
                        .from(scheduled())
                        .state(Meeting.State.HELD)
                        .build())
                .withMessageContaining("minutesEntries");
        AgendaRequest.Builder request = AgendaRequest.builder().on(DAY).format(MeetingFormat.ROUNDTABLE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request.length(Duration.ofMinutes(60)).build())
                .withMessageContaining("attending");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> request.addAttending(ADA).length(Duration.ZERO).build())
                .withMessageContaining("length");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new AgendaRequest.TopicRequest(TopicId.of("t"), ADA, Duration.ofMinutes(4), Urgency.NORMAL, 0))
                .withMessageContaining("asked");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new AgendaRequest.TopicRequest(TopicId.of("t"), ADA, Duration.ofMinutes(5), Urgency.NORMAL, -1))
                .withMessageContaining("meetingsWaited");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MissWeights(301, 0, 0, 0))
                .withMessageContaining("late");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MissWeights(0, -1, 0, 0))
                .withMessageContaining("leftEarly");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MissWeights(0, 0, 0, 301))
                .withMessageContaining("absent");
    }

    @Test
    void before_it_is_held_there_is_nothing_to_tell_and_the_office_may_know_when_it_is() {
        assertThat(scheduled().moderator()).isEmpty();
        assertThat(scheduled().roles()).isEmpty();
        assertThat(scheduled().attendance()).isEmpty();
        assertThat(scheduled().present()).isEmpty();
        assertThat(scheduled().presentAtom().start()).isEqualTo(Instant.parse("2027-03-18T12:00:00Z"));
        assertThat(scheduled().officeFact().toString()).contains("Office", "Members");
        assertThat(held(Map.of(BEN, Attendance.PRESENT)).moderator()).contains(BEN);
        assertThat(held(Map.of(BEN, Attendance.PRESENT)).roles())
                .containsEntry(MeetingRole.MODERATOR, Served.ownTurn(BEN));
    }

    @Test
    void refusals_say_what_is_wrong_and_what_to_do() {
        MeetingId id = MeetingId.of("m");
        List<MeetingRefusal> all = List.of(
                new MeetingRefusal.AgendaTooLong(30, 41, 12),
                new MeetingRefusal.WrongState(id, Meeting.State.HELD, Meeting.State.SCHEDULED),
                new MeetingRefusal.NoSuchTopic(id, TopicId.of("t")),
                new MeetingRefusal.RoleHolderNotThere(id, MeetingRole.NOTE_TAKER, ADA),
                new MeetingRefusal.NoAdviser(id, ADA),
                new MeetingRefusal.NotMoved(id, DAY),
                new MeetingRefusal.DayTaken(id, DAY),
                new MeetingRefusal.NotEverybodyFits(
                        3,
                        Duration.ofMinutes(9),
                        Duration.ofMinutes(10),
                        ImmutableList.of(new Airtime.WayOut.Split(2))));
        assertThat(all)
                .extracting(r -> r.code() + ": " + r.message())
                .containsExactly(
                        "agenda-too-long: The agenda needs 41 minutes and the meeting has 30, with 12 steps due. Meet for"
                                + " longer, or move the dates of some steps before the meeting.",
                        "wrong-meeting-state: Meeting m is held; this can be done while it is scheduled.",
                        "no-such-topic: Meeting m has no topic t. Bring it first.",
                        "role-holder-not-there: ada can't have been note taker at meeting m, not having been there. Name"
                                + " who really was.",
                        "no-adviser: ada can't have advised at meeting m: they were not there, or it was their own topic."
                                + " Name others who were there.",
                        "not-moved: Meeting m is on 2027-03-18 at that time already. Name another day or time.",
                        "day-taken: Meeting m of the group is on 2027-03-18 already. Move it first, or name another day.",
                        "not-everybody-fits: A meeting of 10 minutes has not 9 minutes for each of 3. Ways out: Meet in 2"
                                + " parts at the same time.");
    }
}
