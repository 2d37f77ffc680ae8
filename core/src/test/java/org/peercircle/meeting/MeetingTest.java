package org.peercircle.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.id.TopicId;

class MeetingTest {

    private static final PersonId ADA = PersonId.of("ada");
    private static final PersonId BEN = PersonId.of("ben");

    private static Meeting scheduled() {
        return Meeting.builder()
                .id(MeetingId.of("m"))
                .program(ProgramId.of("p"))
                .group(GroupId.of("g"))
                .on(LocalDate.of(2027, 3, 18))
                .time(new MeetingTime(LocalTime.NOON, Duration.ofMinutes(90), ZoneId.of("UTC")))
                .format(MeetingFormat.ROUNDTABLE)
                .state(Meeting.State.SCHEDULED)
                .build();
    }

    private static Topic topic(String id) {
        return new Topic(
                TopicId.of(id),
                ADA,
                Confidential.draft("canary"),
                KindOfHelp.ADVICE,
                Duration.ofMinutes(20),
                Urgency.NORMAL,
                Optional.empty());
    }

    @Test
    void S3_a_topic_is_brought_talked_about_and_ends_somehow() {
        Meeting held = scheduled()
                .bring(topic("t1"))
                .then(m -> m.bring(topic("t2")))
                .then(m -> m.follow(new Agenda(ImmutableList.of(), ImmutableList.of(TopicId.of("t2")))))
                .then(m -> m.hold(BEN, Map.of(ADA, Attendance.LATE, BEN, Attendance.PRESENT)))
                .then(m -> m.conclude(TopicId.of("t1"), Topic.Outcome.HEARD))
                .orElseThrow();
        assertThat(held.topics())
                .extracting(Topic::outcome)
                .containsExactly(Optional.of(Topic.Outcome.HEARD), Optional.of(Topic.Outcome.CARRIED_OVER));
        assertThat(held.present()).containsExactlyInAnyOrder(ADA, BEN);
        assertThat(held.toString()).doesNotContain("canary");
        assertThat(held.conclude(TopicId.of("t9"), Topic.Outcome.HEARD).refusals())
                .extracting("code")
                .containsExactly("no-such-topic");
    }

    @Test
    void what_is_over_can_not_be_changed_and_what_is_to_come_not_concluded() {
        Meeting held = scheduled().hold(BEN, Map.of(BEN, Attendance.PRESENT)).orElseThrow();
        assertThat(List.of(
                        held.bring(topic("t")),
                        held.hold(BEN, Map.of(BEN, Attendance.PRESENT)),
                        held.cancel(),
                        held.follow(new Agenda(ImmutableList.of(), ImmutableList.of())),
                        scheduled().conclude(TopicId.of("t"), Topic.Outcome.PLAN),
                        scheduled().cancel().orElseThrow().bring(topic("t"))))
                .allSatisfy(d -> assertThat(d.refusals()).extracting("code").containsExactly("wrong-meeting-state"));
    }

    @Test
    void S8_who_guided_was_there() {
        assertThat(scheduled()
                        .hold(BEN, Map.of(ADA, Attendance.PRESENT, BEN, Attendance.EXCUSED))
                        .refusals())
                .singleElement()
                .satisfies(r -> assertThat(r.message()).contains("Name who really guided it"));
    }

    @Test
    void S9_formats_are_data_with_one_core() {
        assertThat(List.of(MeetingFormat.FOCUSED_DISCUSSION, MeetingFormat.EXERCISE))
                .extracting(MeetingFormat::code)
                .containsExactly("focused-discussion", "exercise");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeetingFormat("x", "X", ImmutableList.of()))
                .withMessageContaining("exactly one core");
    }

    @Test
    void a_last_meeting_celebrates_and_a_leaver_gets_a_farewell_to_the_minute() {
        AgendaRequest request = AgendaRequest.builder()
                .on(LocalDate.of(2027, 3, 18))
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
}
