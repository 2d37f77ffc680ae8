package org.peercircle.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SizeWatchTest {

    private static final GroupSizing SIZING = GroupSizing.PEER_PROBLEM_SOLVING;

    private static SizeSignal look(int now, Integer... atMeetings) {
        return SizeWatch.USUAL.look(SIZING, List.of(atMeetings), now);
    }

    @Test
    void S5_a_size_outside_the_rule_is_told_at_once_and_due_after_three_meetings() {
        assertThat(look(5)).isEqualTo(new SizeSignal(SizeAssessment.BELOW_MINIMUM, 5, SIZING, 0, false));
        assertThat(look(5, 5, 7, 5, 4).meetings()).isEqualTo(2);
        assertThat(look(5, 7, 5, 4).isDue()).isFalse();
        assertThat(look(4, 5, 5, 4).isDue()).isTrue();
        assertThat(look(11, 11, 11, 12).isDue()).isTrue();
        assertThat(look(5, 11, 11, 11).meetings())
                .as("too many then, too few now")
                .isZero();
        assertThat(look(6, 5, 5, 5)).isEqualTo(new SizeSignal(SizeAssessment.VIABLE, 6, SIZING, 0, false));
        assertThat(new SizeWatch(1).look(SIZING, List.of(5), 5).isDue()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new SizeWatch(0));
    }

    @Test
    void a_signal_is_a_sentence() {
        assertThat(List.of(look(8), look(7), look(1), look(5, 5), look(11, 11, 11), look(5, 5, 5, 5)))
                .extracting(SizeSignal::message)
                .containsExactly(
                        "8 members, as many as is best.",
                        "7 members, within 6 to 10.",
                        "One member, fewer than the 6 it takes.",
                        "5 members, fewer than the 6 it takes, for one meeting.",
                        "11 members, more than the 10 allowed, for 2 meetings.",
                        "5 members, fewer than the 6 it takes, for 3 meetings: time to decide.");
        assertThat(List.of(look(5), look(11))).allMatch(SizeSignal::isOutside);
        assertThat(List.of(look(6), look(8), look(10))).noneMatch(SizeSignal::isOutside);
    }
}
