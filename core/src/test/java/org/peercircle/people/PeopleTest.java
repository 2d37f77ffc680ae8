package org.peercircle.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peercircle.id.PersonId;

class PeopleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static WeeklyWindow window(DayOfWeek day, String from, String to) {
        return new WeeklyWindow(day, LocalTime.parse(from), LocalTime.parse(to));
    }

    @Test
    void touching_windows_are_one_and_overlapping_ones_are_refused() {
        Availability joined = Availability.of(
                BERLIN,
                List.of(window(DayOfWeek.MONDAY, "13:00", "14:00"), window(DayOfWeek.MONDAY, "12:00", "13:00")));
        assertThat(joined.windows()).containsExactly(window(DayOfWeek.MONDAY, "12:00", "14:00"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Availability.of(
                        BERLIN,
                        List.of(
                                window(DayOfWeek.MONDAY, "12:00", "13:30"),
                                window(DayOfWeek.MONDAY, "13:00", "14:00"))))
                .withMessage("windows must not overlap, but was Mon 12:00-13:30 and Mon 13:00-14:00");
    }

    @Test
    void availability_follows_the_wall_clock() {
        Availability lunch = Availability.of(BERLIN, List.of(window(DayOfWeek.THURSDAY, "12:00", "13:30")));
        var winter = LocalDate.of(2027, 3, 18).atTime(12, 0).atZone(BERLIN).toInstant();
        var summer = LocalDate.of(2027, 4, 15).atTime(12, 0).atZone(BERLIN).toInstant();
        assertThat(lunch.covers(winter, Duration.ofMinutes(90))).isTrue();
        assertThat(lunch.covers(summer, Duration.ofMinutes(90))).isTrue();
        assertThat(lunch.covers(summer, Duration.ofMinutes(91))).isFalse();
        assertThat(lunch.covers(summer.minusSeconds(60), Duration.ofMinutes(30)))
                .isFalse();
    }

    @Test
    void units_and_powers_hold_for_their_time() {
        Participant ada = Participant.builder()
                .id(PersonId.of("ada"))
                .name("Ada")
                .stage(CareerStage.POSTDOC)
                .addAffiliations(
                        new Affiliation(
                                Affiliation.Kind.LAB,
                                "Old",
                                DateSpan.between(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 7, 1))),
                        new Affiliation(Affiliation.Kind.LAB, "New", DateSpan.from(LocalDate.of(2027, 7, 1))),
                        Affiliation.department("Maths"))
                .addPowers(
                        PowerRelation.supervisedBy(PersonId.of("pi")),
                        new PowerRelation(
                                PowerRelation.Kind.EVALUATES,
                                PersonId.of("dean"),
                                DateSpan.from(LocalDate.of(2027, 7, 1))))
                .build();
        LocalDate june = LocalDate.of(2027, 6, 30);
        LocalDate july = LocalDate.of(2027, 7, 1);
        assertThat(ada.units(Affiliation.Kind.LAB, june)).containsExactly("Old");
        assertThat(ada.units(Affiliation.Kind.LAB, july)).containsExactly("New");
        assertThat(ada.units(Affiliation.Kind.DEPARTMENT, june)).containsExactly("Maths");
        assertThat(ada.powersOn(june)).containsExactly(PersonId.of("pi"));
        assertThat(ada.powersOn(july)).containsExactly(PersonId.of("pi"), PersonId.of("dean"));
        assertThat(ada.supervisorsOn(july)).containsExactly(PersonId.of("pi"));
    }

    @Test
    void nobody_has_power_over_themselves_and_everybody_has_a_name() {
        PersonId ada = PersonId.of("ada");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Participant.builder()
                        .id(ada)
                        .name("Ada")
                        .stage(CareerStage.POSTDOC)
                        .addPowers(PowerRelation.supervisedBy(ada))
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Participant.builder()
                        .id(ada)
                        .name(" ")
                        .stage(CareerStage.POSTDOC)
                        .build())
                .withMessageStartingWith("name must not be blank");
    }

    @Test
    void S19_what_is_declared_is_in_no_string() {
        Declarations declared =
                Declarations.NONE.declaring("gender", Set.of("canary-5521"), Set.of(IdentityUse.FORMATION));
        assertThat(declared.toString()).doesNotContain("canary");
    }

    @Test
    void spans_windows_and_amounts_that_make_no_sense_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DateSpan.between(LocalDate.of(2027, 1, 2), LocalDate.of(2027, 1, 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> window(DayOfWeek.MONDAY, "12:00", "12:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> AttributeValue.of(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> AttributeValue.of(" "));
    }
}
