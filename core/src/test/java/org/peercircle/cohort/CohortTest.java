package org.peercircle.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.people.Affiliation;
import org.peercircle.people.AttributeValue;
import org.peercircle.people.CareerStage;
import org.peercircle.people.DateSpan;
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

    private static Applicant applicant(String id, String stage) {
        return Applicant.of(person(id, stage), LocalDate.of(2027, 1, 4));
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
            next = next.enroll(applicant(id, "Postdoc"), NOW).orElseThrow();
        }
        return next;
    }

    @Test
    void S1_only_the_cohorts_stage_enrolls_and_hears_why_not() {
        var refused = enrolling().enroll(applicant("prof", "Faculty"), NOW);
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
        assertThat(cohort.invite(ADA, GROUP, NOW.plusSeconds(9), NOW).refusals())
                .extracting("code")
                .containsExactly("wrong-phase");
        Cohort forming = cohort.startForming().orElseThrow();
        assertThat(forming.enroll(applicant("eve", "Postdoc"), NOW).refusals())
                .extracting("code")
                .containsExactly("wrong-phase");
        Cohort running = forming.run(Map.of(ADA, GROUP)).orElseThrow();
        assertThat(running.phase()).isEqualTo(Cohort.Phase.RUNNING);
        assertThat(running.people(Enrollment.Status.SEATED, NOW)).containsExactly(ADA);
        assertThat(running.people(Enrollment.Status.WAITING, NOW)).containsExactly(PersonId.of("ben"));
        assertThat(running.close(NOW).refusals()).extracting("code").containsExactly("groups-still-meet");
        assertThat(running.finish(ADA, NOW)
                        .then(c -> c.close(NOW))
                        .orElseThrow()
                        .phase())
                .isEqualTo(Cohort.Phase.CLOSED);
        assertThat(forming.reopen().orElseThrow().phase()).isEqualTo(Cohort.Phase.ENROLLING);
    }

    @Test
    void nobody_enrolls_twice_or_sits_in_two_groups() {
        Cohort cohort = with(enrolling(), "ada");
        assertThat(cohort.enroll(applicant("ada", "Postdoc"), NOW).refusals())
                .extracting("code")
                .containsExactly("already-enrolled");
        Cohort running =
                cohort.startForming().orElseThrow().run(Map.of(ADA, GROUP)).orElseThrow();
        assertThat(running.seat(ADA, GroupId.of("other"), NOW).refusals())
                .extracting("code")
                .containsExactly("already-seated");
        assertThat(running.withdraw(ADA, NOW).refusals()).extracting("code").containsExactly("already-seated");
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
        Cohort late = running.enroll(applicant("zoe", "Postdoc"), NOW.plusSeconds(2))
                .then(c -> c.enroll(applicant("yan", "Postdoc"), NOW.plusSeconds(1)))
                .orElseThrow();
        assertThat(late.people(Enrollment.Status.WAITING, NOW)).containsExactly(PersonId.of("yan"), PersonId.of("zoe"));
        Cohort vacated = late.vacate(ADA, NOW, NOW).orElseThrow();
        Cohort filled = vacated.invite(PersonId.of("yan"), GROUP, NOW.plusSeconds(9), NOW)
                .then(c -> c.seat(PersonId.of("yan"), GROUP, NOW))
                .orElseThrow();
        assertThat(filled.people(Enrollment.Status.SEATED, NOW)).containsExactly(PersonId.of("yan"));
        assertThat(filled.enrollment(ADA).orElseThrow().isCurrent()).isFalse();
        assertThat(filled.vacate(ADA, NOW, NOW).refusals()).extracting("code").containsExactly("not-enrolled");
        assertThat(filled.withdraw(PersonId.of("zoe"), NOW).orElseThrow().people(Enrollment.Status.WAITING, NOW))
                .isEmpty();
        assertThat(filled.withdraw(ADA, NOW).refusals()).extracting("code").containsExactly("not-enrolled");
        assertThat(filled.enroll(applicant("ada", "Postdoc"), NOW.plusSeconds(3))
                        .isAccepted())
                .isTrue();
    }

    @Test
    void S4_rules_compose_and_explain_themselves() {
        Eligibility north = new Eligibility.AttributeIn("campus", ImmutableSet.of("north"));
        Eligibility south = new Eligibility.AttributeIn("campus", ImmutableSet.of("south"));
        Applicant postdoc = applicant("ada", "Postdoc");
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
                        .putEnrollments(
                                ADA,
                                new Enrollment(
                                        ADA,
                                        NOW,
                                        Enrollment.Status.SEATED,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()))
                        .build());
    }

    @Test
    void S7_a_seat_is_held_while_somebody_is_invited_and_free_again_when_they_are_not() {
        PersonId zoe = PersonId.of("zoe");
        Instant expires = NOW.plusSeconds(100);
        Cohort running = with(enrolling(), "ada")
                .startForming()
                .then(c -> c.run(Map.of(ADA, GROUP)))
                .then(c -> c.enroll(applicant("zoe", "Postdoc"), NOW))
                .orElseThrow();
        Cohort invited = running.invite(zoe, GROUP, expires, NOW).orElseThrow();
        assertThat(invited.people(Enrollment.Status.INVITED, NOW)).containsExactly(zoe);
        assertThat(invited.people(Enrollment.Status.WAITING, NOW)).isEmpty();
        assertThat(invited.people(Enrollment.Status.WAITING, expires)).containsExactly(zoe);
        assertThat(invited.invite(zoe, GroupId.of("h"), expires, NOW).refusals())
                .extracting("code")
                .containsExactly("invited-elsewhere");
        assertThat(invited.invite(zoe, GroupId.of("h"), expires.plusSeconds(9), expires)
                        .isAccepted())
                .isTrue();
        assertThat(invited.seat(zoe, GroupId.of("h"), NOW).refusals())
                .extracting("code")
                .containsExactly("invited-elsewhere");
        assertThat(invited.seat(zoe, GROUP, expires).refusals())
                .extracting("code")
                .containsExactly("not-waiting");
        assertThat(running.seat(zoe, GROUP, NOW).refusals()).extracting("code").containsExactly("not-waiting");
        assertThat(running.seat(PersonId.of("eve"), GROUP, NOW).refusals())
                .extracting("code")
                .containsExactly("not-enrolled");
        assertThat(running.invite(PersonId.of("eve"), GROUP, expires, NOW).refusals())
                .extracting("code")
                .containsExactly("not-enrolled");
        assertThat(running.invite(ADA, GROUP, expires, NOW).refusals())
                .extracting("code")
                .containsExactly("already-seated");
        assertThat(running.release(zoe, NOW).refusals()).extracting("code").containsExactly("not-waiting");
        Cohort released = invited.release(zoe, NOW).orElseThrow();
        assertThat(released.enrollment(zoe, NOW).orElseThrow().waits()).contains(WaitReason.ENROLLED_LATER);
        assertThat(released.enrollment(zoe, NOW).orElseThrow().at()).isEqualTo(NOW);
        assertThat(invited.seat(zoe, GROUP, NOW).orElseThrow().people(Enrollment.Status.SEATED, NOW))
                .containsExactly(ADA, zoe);
        assertThat(invited.withdraw(zoe, NOW).isAccepted()).isTrue();
    }

    @Test
    void S7_a_seat_given_up_for_a_later_day_is_free_from_that_day() {
        Cohort running = with(enrolling(), "ada")
                .startForming()
                .then(c -> c.run(Map.of(ADA, GROUP)))
                .orElseThrow();
        Instant end = NOW.plusSeconds(100);
        Cohort leaving = running.vacate(ADA, end, NOW).orElseThrow();
        assertThat(leaving.people(Enrollment.Status.SEATED, NOW)).containsExactly(ADA);
        assertThat(leaving.people(Enrollment.Status.SEATED, end)).isEmpty();
        assertThat(leaving.enroll(applicant("ada", "Postdoc"), NOW).refusals())
                .extracting("code")
                .containsExactly("already-enrolled");
        assertThat(leaving.enroll(applicant("ada", "Postdoc"), end).isAccepted())
                .isTrue();
        assertThat(running.finish(PersonId.of("eve"), NOW).refusals())
                .extracting("code")
                .containsExactly("not-enrolled");
    }

    @Test
    void S4_a_cohort_for_those_who_declare_it_asks_them_alone_and_says_the_same_to_everybody() {
        Eligibility women = Eligibility.stage(CareerStage.POSTDOC).and(Eligibility.declared("gender", "woman"));
        Participant ada = person("ada", "Postdoc");
        LocalDate day = LocalDate.of(2027, 1, 4);
        Applicant woman = new Applicant(ada, ImmutableSetMultimap.of("gender", "woman"), day);
        Applicant man = new Applicant(ada, ImmutableSetMultimap.of("gender", "canary-man"), day);
        assertThat(women.reasonsAgainst(woman)).isEmpty();
        assertThat(women.reasonsAgainst(man))
                .containsExactly("The cohort is for people who declare their gender as woman, for deciding who may"
                        + " enroll. Whoever does can declare so and enroll.")
                .isEqualTo(women.reasonsAgainst(Applicant.of(ada, day)));
        assertThat(man.toString()).doesNotContain("canary");
        assertThat(women.asksIdentity()).isTrue();
        assertThat(Eligibility.not(Eligibility.declared("a", "b"), "No.").asksIdentity())
                .isTrue();
        assertThat(new Eligibility.Open().or(Eligibility.declared("a", "b")).asksIdentity())
                .isTrue();
        assertThat(Eligibility.stage(CareerStage.POSTDOC)
                        .or(new Eligibility.Open())
                        .asksIdentity())
                .isFalse();
    }

    @Test
    void S4_numbers_levels_and_units_are_rules_too() {
        Participant ada = Participant.builder()
                .from(person("ada", "Postdoc"))
                .putAttributes("months", AttributeValue.of(12))
                .putAttributes("english", AttributeValue.level("B2", List.of("A1", "B2", "C1")))
                .addAffiliations(new Affiliation(
                        Affiliation.Kind.LAB,
                        "Old",
                        DateSpan.between(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 4))))
                .build();
        Applicant applicant = Applicant.of(ada, LocalDate.of(2027, 1, 3));
        Applicant later = Applicant.of(ada, LocalDate.of(2027, 1, 4));
        assertThat(new Eligibility.AmountBetween("months", 12, 12).reasonsAgainst(applicant))
                .isEmpty();
        assertThat(new Eligibility.AmountBetween("months", 13, 24).reasonsAgainst(applicant))
                .containsExactly("The months must be a number from 13.0 to 24.0.");
        assertThat(new Eligibility.AmountBetween("months", 0, 11).reasonsAgainst(applicant))
                .hasSize(1);
        assertThat(new Eligibility.LevelAtLeast("english", "B2").reasonsAgainst(applicant))
                .isEmpty();
        assertThat(new Eligibility.LevelAtLeast("english", "C1").reasonsAgainst(applicant))
                .containsExactly("The english must be at least C1.");
        assertThat(new Eligibility.LevelAtLeast("english", "Z9").reasonsAgainst(applicant))
                .hasSize(1);
        Eligibility old = new Eligibility.UnitIn(Affiliation.Kind.LAB, ImmutableSet.of("Old"));
        assertThat(old.reasonsAgainst(applicant)).isEmpty();
        assertThat(old.reasonsAgainst(later)).containsExactly("The lab must be Old.");
        assertThat(Eligibility.not(old, "People of the old lab have a cohort of their own.")
                        .reasonsAgainst(applicant))
                .containsExactly("People of the old lab have a cohort of their own.");
        assertThat(Eligibility.not(old, "No.").reasonsAgainst(later)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Eligibility.AmountBetween("x", 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Eligibility.not(old, " "));
    }

    @Test
    void what_a_cohort_waits_for_is_said_with_what_to_do() {
        Cohort planned =
                Cohort.plan(CohortId.of("c"), ProgramId.of("p"), "Spring", new Eligibility.Open(), GroupSizing.DYAD);
        assertThat(planned.sizing().format()).isEqualTo(CohortFormat.DYAD);
        assertThat(GroupSizing.PEER_PROBLEM_SOLVING.format()).isEqualTo(CohortFormat.GROUP);
        assertThat(List.of(
                        planned.startForming(),
                        enrolling().run(Map.of()),
                        enrolling().startForming().orElseThrow().close(NOW),
                        with(enrolling(), "ada")
                                .startForming()
                                .then(c -> c.run(Map.of()))
                                .orElseThrow()
                                .open()))
                .extracting(d -> d.refusals().get(0).message())
                .containsExactly(
                        "Cohort c is planned; this can be done while it is enrolling. Open enrollment first.",
                        "Cohort c is enrolling; this can be done while it is forming. End enrollment first.",
                        "Cohort c is forming; this can be done while it is running. Found its groups first.",
                        "Cohort c is running; this can be done while it is planned. That is past; plan another cohort.");
    }

    @Test
    void S7_who_waits_is_told_why() {
        Cohort running = with(enrolling(), "ada", "ben")
                .startForming()
                .then(c -> c.run(Map.of(ADA, GROUP)))
                .then(c -> c.enroll(applicant("zoe", "Postdoc"), NOW.plusSeconds(1)))
                .orElseThrow();
        assertThat(running.people(Enrollment.Status.WAITING, NOW))
                .extracting(p -> running.enrollment(p, NOW)
                        .orElseThrow()
                        .waits()
                        .orElseThrow()
                        .message())
                .containsExactly("No group had a seat when groups were formed.", "Enrolled after groups were formed.");
    }
}
