package org.peercircle.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.id.TopicId;
import org.peercircle.meeting.OutcomeShares.Prompt;
import org.peercircle.meeting.Topic.Outcome;

/** What becomes of a group's topics (S11). */
class OutcomeSharesTest {

    private static final PersonId ADA = PersonId.of("ada");

    private static Meeting held(int month, Outcome... outcomes) {
        Meeting meeting = Meeting.builder()
                .id(MeetingId.of("m" + month))
                .program(ProgramId.of("p"))
                .group(GroupId.of("g"))
                .on(LocalDate.of(2027, month, 1))
                .time(new MeetingTime(LocalTime.NOON, Duration.ofMinutes(60), ZoneId.of("UTC")))
                .format(MeetingFormat.ROUNDTABLE)
                .state(Meeting.State.SCHEDULED)
                .build();
        for (int i = 0; i < outcomes.length; i++) {
            meeting = meeting.bring(new Topic(
                            TopicId.of("t" + i),
                            ADA,
                            Confidential.draft("x"),
                            KindOfHelp.ADVICE,
                            Duration.ofMinutes(5),
                            Urgency.NORMAL))
                    .orElseThrow();
        }
        meeting = meeting.hold(
                        Minutes.moderatedBy(ADA, ImmutableMap.of(ADA, Attendance.PRESENT)),
                        List.of(),
                        ADA,
                        Instant.EPOCH)
                .orElseThrow();
        for (int i = 0; i < outcomes.length; i++) {
            meeting = meeting.conclude(TopicId.of("t" + i), outcomes[i], ImmutableSet.of(), ADA, Instant.EPOCH)
                    .orElseThrow();
        }
        return meeting;
    }

    private static OutcomeShares shares(Meeting... meetings) {
        return OutcomeShares.of(List.of(meetings), topic -> true);
    }

    @Test
    void S11_each_meeting_is_counted_by_itself_oldest_first_and_shares_over_all() {
        OutcomeShares shares = shares(
                held(2, Outcome.HEARD, Outcome.CARRIED_OVER),
                held(1, Outcome.PLAN, Outcome.ADVICE_TAKEN, Outcome.HEARD));
        assertThat(shares.meetings())
                .containsExactly(
                        new OutcomeShares.AtMeeting(
                                LocalDate.of(2027, 1, 1),
                                ImmutableMap.of(Outcome.PLAN, 1, Outcome.ADVICE_TAKEN, 1, Outcome.HEARD, 1)),
                        new OutcomeShares.AtMeeting(
                                LocalDate.of(2027, 2, 1), ImmutableMap.of(Outcome.HEARD, 1, Outcome.CARRIED_OVER, 1)));
        assertThat(shares.shares())
                .isEqualTo(Map.of(Outcome.PLAN, 0.25, Outcome.ADVICE_TAKEN, 0.25, Outcome.HEARD, 0.5));
        assertThat(shares().shares()).isEmpty();
        assertThat(shares(held(1, Outcome.CARRIED_OVER)).shares()).isEmpty();
    }

    @Test
    void S11_what_is_not_known_is_not_counted() {
        OutcomeShares shares = OutcomeShares.of(
                List.of(held(1, Outcome.PLAN, Outcome.HEARD)),
                topic -> topic.id().equals(TopicId.of("t1")));
        assertThat(shares.shares()).containsEntry(Outcome.HEARD, 1.0).containsEntry(Outcome.PLAN, 0.0);
        Meeting toCome = Meeting.builder()
                .from(held(3))
                .state(Meeting.State.SCHEDULED)
                .minutesEntries(List.of())
                .build();
        assertThat(shares(toCome).meetings()).isEmpty();
    }

    @Test
    void S11_the_question_comes_after_three_meetings_with_four_topics_and_no_plan() {
        List<Meeting> meetings = new ArrayList<>(List.of(held(1, Outcome.PLAN, Outcome.HEARD)));
        meetings.add(held(2, Outcome.HEARD, Outcome.HEARD));
        meetings.add(held(3, Outcome.ADVICE_TAKEN));
        assertThat(shares(meetings.toArray(Meeting[]::new)).prompt())
                .as("the plan is among the last three")
                .isEmpty();
        meetings.add(held(4));
        assertThat(shares(meetings.toArray(Meeting[]::new)).prompt())
                .as("three topics are too few to say anything")
                .isEmpty();
        meetings.set(3, held(4, Outcome.HEARD));
        assertThat(shares(meetings.toArray(Meeting[]::new)).prompt()).contains(Prompt.PLANS_DRIED_UP);
        assertThat(shares(held(1, Outcome.HEARD, Outcome.HEARD, Outcome.HEARD, Outcome.HEARD))
                        .prompt())
                .contains(Prompt.NO_PLANS_YET);
        assertThat(Prompt.PLANS_DRIED_UP.message()).startsWith("Lately no topic has led to a plan.");
    }
}
