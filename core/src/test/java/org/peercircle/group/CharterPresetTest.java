package org.peercircle.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.peercircle.meeting.Cadence;

class CharterPresetTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Cadence cadence(CharterPreset preset, int day) {
        return preset.terms(LocalDate.of(2027, 4, day), LocalTime.NOON, BERLIN)
                .settings()
                .cadence();
    }

    @Test
    void S20_a_preset_is_a_charter_with_its_source() {
        for (CharterPreset preset : CharterPreset.values()) {
            CharterTerms terms = preset.terms(LocalDate.of(2027, 1, 21), LocalTime.NOON, BERLIN);
            assertThat(terms.settings().time().length()).isEqualTo(preset.length());
            assertThat(preset.source()).isNotBlank();
            assertThat(preset.title()).isNotBlank();
            assertThat(preset.sizing().min()).isGreaterThan(3);
            assertThat(preset.differencesFrom(preset)).isEmpty();
        }
    }

    @Test
    void S6_the_first_day_settles_the_cadence() {
        assertThat(cadence(CharterPreset.PEER_PROBLEM_SOLVING, 1)).isEqualTo(Cadence.monthly(1, DayOfWeek.THURSDAY));
        assertThat(cadence(CharterPreset.PEER_PROBLEM_SOLVING, 15)).isEqualTo(Cadence.monthly(3, DayOfWeek.THURSDAY));
        assertThat(cadence(CharterPreset.PEER_PROBLEM_SOLVING, 22))
                .as("the fourth of five")
                .isEqualTo(Cadence.monthly(4, DayOfWeek.THURSDAY));
        assertThat(cadence(CharterPreset.PEER_PROBLEM_SOLVING, 28))
                .as("the fourth and last Wednesday")
                .isEqualTo(Cadence.monthly(Cadence.Monthly.LAST, DayOfWeek.WEDNESDAY));
        assertThat(cadence(CharterPreset.PEER_PROBLEM_SOLVING, 29))
                .isEqualTo(Cadence.monthly(Cadence.Monthly.LAST, DayOfWeek.THURSDAY));
        assertThat(cadence(CharterPreset.EVERY_OTHER_THURSDAY, 15).words()).isEqualTo("every other Thursday");
        assertThat(CharterPreset.WRITING_GROUP.length()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void S20_presets_can_be_compared() {
        assertThat(CharterPreset.EXECUTIVE_FORUM.differencesFrom(CharterPreset.PEER_PROBLEM_SOLVING))
                .extracting(CharterPreset.Difference::toString)
                .containsExactly(
                        "minutes: 240, not 90",
                        "attendance: at most 3 misses a year, fewer than 3 unexcused in a row (late 100 %, left early"
                                + " 100 %, excused 100 %, absent 200 % of a miss), not at least 75 % of the last 6"
                                + " meetings, fewer than 2 unexcused in a row",
                        "promise: What is said here stays here., not Speak outside of your own experience only, never of"
                                + " another's.",
                        "probation: 56 days, not none",
                        "taking somebody in: everybody agrees, not nobody objects within 7 days");
        assertThat(CharterPreset.WRITING_GROUP.differencesFrom(CharterPreset.EVERY_OTHER_THURSDAY))
                .extracting(CharterPreset.Difference::what)
                .contains("members", "meets", "minutes", "first turn as moderator after", "amending the charter");
        assertThat(CharterPreset.WRITING_GROUP.differencesFrom(CharterPreset.LEAN_IN))
                .contains(new CharterPreset.Difference("meets", "every week", "monthly"));
        assertThat(CharterPreset.EVERY_OTHER_THURSDAY.differencesFrom(CharterPreset.LEAN_IN))
                .contains(
                        new CharterPreset.Difference("meets", "every 2 weeks", "monthly"),
                        new CharterPreset.Difference("first turn as moderator after", "1 meeting", "0 meetings"));
    }
}
