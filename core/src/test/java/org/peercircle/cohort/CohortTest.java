package org.peercircle.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.people.AttributeValue;
import org.peercircle.people.CareerStage;
import org.peercircle.people.Participant;

class CohortTest {

    private static final Instant NOW = Instant.parse("2027-01-04T09:00:00Z");
    private static final PersonId ADA = PersonId.of("ada");
    private static final GroupId GROUP = GroupId.of("g");

    private static Participant person(String id, String stage) {
        return Participant.builder()
                .id(PersonId.of(id))
                .name(id)
                .stage(new CareerStage(stage))
                .putAttributes("campus", AttributeValue.of("north"))
                .build();
    }

    private static Cohort enrolling() {
        return Cohort.plan(
                        CohortId.of("c"),
                        ProgramId.of("p"),
                        "Spring",
                        Eligibility.stage(CareerStage.POSTDOC),
                        GroupSizing.PEER_PROBLEM_SOLVING)
                .open()
                .orElseThrow();
    }

    private static Cohort with(Cohort cohort, String... ids) {
        Cohort next = cohort;
        for (String id : ids) {
            next = next.enroll(person(id, "Postdoc"), NOW).orElseThrow();
        }
        return next;
    }

    @Test
    void S1_only_the_cohorts_stage_enrolls_and_hears_why_not() {
        var refused = enrolling().enroll(person("prof", "Faculty"), NOW);
        assertThat(refused.refusals())
                .singleElement()
                .satisfies(r -> assertThat(r.code()).isEqualTo("not-eligible"))
                .satisfies(r -> assertThat(r.message())
                        .isEqualTo("prof can't enroll in cohort c. The stage is Faculty; the cohort is for Postdoc."));
    }

    @Test
    void a_life_in_order_and_in_no_other() {
        Cohort cohort = with(enrolling(), "ada", "ben");
        assertThat(cohort.open().refusals()).extracting("code").containsExactly("wrong-phase");
        assertThat(cohort.run(Map.of()).refusals()).extracting("code").containsExactly("wrong-phase");
        assertThat(cohort.seat(ADA, GROUP).refusals()).extracting("code").containsExactly("wrong-phase");
        Cohort forming = cohort.startForming().orElseThrow();
        assertThat(forming.enroll(person("eve", "Postdoc"), NOW).refusals())
                .extracting("code")
                .containsExactly("wrong-phase");
        Cohort running = forming.run(Map.of(ADA, GROUP)).orElseThrow();
        assertThat(running.phase()).isEqualTo(Cohort.Phase.RUNNING);
        assertThat(running.people(Enrollment.Status.SEATED)).containsExactly(ADA);
        assertThat(running.people(Enrollment.Status.WAITING)).containsExactly(PersonId.of("ben"));
        assertThat(running.close().orElseThrow().phase()).isEqualTo(Cohort.Phase.CLOSED);
    }

    @Test
    void nobody_enrolls_twice_or_sits_in_two_groups() {
        Cohort cohort = with(enrolling(), "ada");
        assertThat(cohort.enroll(person("ada", "Postdoc"), NOW).refusals())
                .extracting("code")
                .containsExactly("already-enrolled");
        Cohort running =
                cohort.startForming().orElseThrow().run(Map.of(ADA, GROUP)).orElseThrow();
        assertThat(running.seat(ADA, GroupId.of("other")).refusals())
                .extracting("code")
                .containsExactly("already-seated");
        assertThat(running.withdraw(ADA).refusals()).extracting("code").containsExactly("already-seated");
        assertThat(cohort.startForming()
                        .orElseThrow()
                        .run(Map.of(PersonId.of("eve"), GROUP))
                        .refusals())
                .extracting("code")
                .containsExactly("not-enrolled");
    }

    @Test
    void S7_a_leaver_makes_room_and_who_comes_late_waits_in_order() {
        Cohort running = with(enrolling(), "ada")
                .startForming()
                .orElseThrow()
                .run(Map.of(ADA, GROUP))
                .orElseThrow();
        Cohort late = running.enroll(person("zoe", "Postdoc"), NOW.plusSeconds(2))
                .then(c -> c.enroll(person("yan", "Postdoc"), NOW.plusSeconds(1)))
                .orElseThrow();
        assertThat(late.people(Enrollment.Status.WAITING)).containsExactly(PersonId.of("yan"), PersonId.of("zoe"));
        Cohort vacated = late.vacate(ADA).orElseThrow();
        Cohort filled = vacated.seat(PersonId.of("yan"), GROUP).orElseThrow();
        assertThat(filled.people(Enrollment.Status.SEATED)).containsExactly(PersonId.of("yan"));
        assertThat(filled.enrollment(ADA).orElseThrow().isCurrent()).isFalse();
        assertThat(filled.vacate(ADA).refusals()).extracting("code").containsExactly("not-enrolled");
        assertThat(filled.withdraw(PersonId.of("zoe")).orElseThrow().people(Enrollment.Status.WAITING))
                .isEmpty();
        assertThat(filled.withdraw(ADA).refusals()).extracting("code").containsExactly("not-enrolled");
        assertThat(filled.enroll(person("ada", "Postdoc"), NOW.plusSeconds(3)).isAccepted())
                .isTrue();
    }

    @Test
    void S4_rules_compose_and_explain_themselves() {
        Eligibility north = new Eligibility.AttributeIn("campus", ImmutableSet.of("north"));
        Eligibility south = new Eligibility.AttributeIn("campus", ImmutableSet.of("south"));
        Participant postdoc = person("ada", "Postdoc");
        assertThat(new Eligibility.Open().reasonsAgainst(postdoc)).isEmpty();
        assertThat(new Eligibility.AnyOf(ImmutableList.of(south, north)).reasonsAgainst(postdoc))
                .isEmpty();
        assertThat(new Eligibility.AllOf(ImmutableList.of(south, Eligibility.stage(new CareerStage("PhD"))))
                        .reasonsAgainst(postdoc))
                .containsExactly("The campus must be south.", "The stage is Postdoc; the cohort is for PhD.");
        assertThat(new Eligibility.AnyOf(ImmutableList.of(south)).reasonsAgainst(postdoc))
                .hasSize(1);
    }

    @Test
    void S5_the_known_sizes() {
        assertThat(SizePlan.of(97, GroupSizing.PEER_PROBLEM_SOLVING).sizes())
                .containsExactly(9, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8);
        assertThat(SizePlan.of(17, GroupSizing.PEER_PROBLEM_SOLVING).sizes()).containsExactly(9, 8);
        assertThat(SizePlan.of(11, GroupSizing.PEER_PROBLEM_SOLVING).waysOut())
                .containsExactly(
                        new WayOut.Wait(1),
                        new WayOut.Recruit(1, 2),
                        new WayOut.RaiseMaximum(1, 10),
                        new WayOut.LowerMinimum(1, 6));
        for (int people = 6; people < 60; people++) {
            assertThat(SizePlan.of(people, GroupSizing.PEER_PROBLEM_SOLVING).waiting())
                    .as("%d people", people)
                    .isEqualTo(people == 11 ? 1 : 0);
        }
    }

    @Test
    void S2_an_odd_dyad_becomes_a_trio() {
        assertThat(SizePlan.of(7, GroupSizing.DYAD).sizes()).containsExactly(3, 2, 2);
        assertThat(SizePlan.of(1, GroupSizing.DYAD).waysOut())
                .containsExactly(new WayOut.Wait(1), new WayOut.Recruit(1, 1), new WayOut.LowerMinimum(1, 2));
    }

    @Test
    void a_size_is_assessed_and_bounds_make_sense() {
        GroupSizing sizing = GroupSizing.PEER_PROBLEM_SOLVING;
        assertThat(List.of(sizing.assess(5), sizing.assess(6), sizing.assess(8), sizing.assess(11)))
                .containsExactly(
                        SizeAssessment.BELOW_MINIMUM,
                        SizeAssessment.VIABLE,
                        SizeAssessment.IDEAL,
                        SizeAssessment.ABOVE_MAXIMUM);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GroupSizing(6, 5, 10))
                .withMessage("preferred must be between 6 and 1000, but was 5");
        assertThatIllegalArgumentException().isThrownBy(() -> SizePlan.of(-1, sizing));
        assertThatIllegalArgumentException().isThrownBy(() -> sizing.assess(-1));
    }

    @Test
    void an_enrollment_names_a_group_just_when_seated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cohort.builder()
                        .from(enrolling())
                        .putEnrollments(ADA, new Enrollment(ADA, NOW, Enrollment.Status.SEATED, Optional.empty()))
                        .build());
    }
}
