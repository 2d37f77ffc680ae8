package org.peercircle.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.peercircle.id.ObstacleId;
import org.peercircle.id.PersonId;
import org.peercircle.id.StepId;

/** Any two revisions side by side, over random lives of a plan (S13). */
class ComparisonProperties {

    @Provide
    Arbitrary<List<Integer>> lives() {
        return Arbitraries.integers().between(0, 999).list().ofMinSize(1).ofMaxSize(12);
    }

    /** Steps are done, dropped, moved and added; the number chooses what and which. */
    private static ActionPlan lived(List<Integer> deeds) {
        ActionPlan plan = PlanFixtures.active("s1", "s2", "s3");
        int fresh = 3;
        for (int deed : deeds) {
            List<NextStep> open = plan.unfinished();
            String next = "s" + ++fresh;
            if (open.isEmpty() || deed % 4 == 0) {
                plan = PlanFixtures.after(plan, new CourseChange.AddStep(PlanFixtures.step(next)), Instant.EPOCH);
                continue;
            }
            StepId step = open.get(deed / 4 % open.size()).id();
            plan = switch (deed % 4) {
                case 1 ->
                    plan.checkIn(step, Report.of(CheckIn.Result.DONE), Instant.EPOCH)
                            .orElseThrow();
                case 2 -> PlanFixtures.after(plan, new CourseChange.DropStep(step), Instant.EPOCH);
                default ->
                    PlanFixtures.after(
                            plan, new CourseChange.ReplaceStep(step, PlanFixtures.step(next)), Instant.EPOCH);
            };
        }
        return plan;
    }

    @Property
    void every_step_of_both_revisions_is_accounted_for_once(@ForAll("lives") List<Integer> deeds) {
        ActionPlan plan = lived(deeds);
        int n = plan.revisions().size();
        for (int from = 1; from <= n; from++) {
            for (int to = from; to <= n; to++) {
                Comparison comparison = Comparison.of(plan, from, to);
                assertThat(comparison.steps().stream()
                                .flatMap(d -> d.before().stream())
                                .toList())
                        .isEqualTo(plan.revisions().get(from - 1).steps());
                Set<NextStep> after = comparison.steps().stream()
                        .filter(d -> d.how() != Difference.How.DONE)
                        .flatMap(d -> d.after().stream())
                        .collect(Collectors.toSet());
                assertThat(after)
                        .isEqualTo(new HashSet<>(plan.revisions().get(to - 1).steps()));
                assertThat(Comparison.of(plan, to, from)).isEqualTo(comparison);
            }
        }
    }

    @Property
    void what_is_carried_stood_in_every_revision_in_between(@ForAll("lives") List<Integer> deeds) {
        ActionPlan plan = lived(deeds);
        int n = plan.revisions().size();
        for (Difference<NextStep> step : Comparison.of(plan, 1, n).steps()) {
            NextStep subject = Stream.concat(step.before().stream(), step.after().stream())
                    .findFirst()
                    .orElseThrow();
            boolean always =
                    plan.revisions().stream().allMatch(r -> r.step(subject.id()).isPresent());
            assertThat(step.how() == Difference.How.CARRIED).isEqualTo(always);
            if (step.how() == Difference.How.DONE) {
                StepId done = step.after().orElse(subject).id();
                assertThat(plan.stateOf(done)).contains(StepState.DONE);
                assertThat(step.after().isEmpty())
                        .isEqualTo(plan.stateOf(subject.id()).orElseThrow() == StepState.DONE);
            }
            if (step.how() == Difference.How.ADDED) {
                assertThat(plan.revisions().get(0).step(subject.id())).isEmpty();
            }
        }
    }

    @Property
    void a_revision_does_not_differ_from_itself(@ForAll("lives") List<Integer> deeds) {
        ActionPlan plan = lived(deeds);
        for (Revision revision : plan.revisions()) {
            assertThat(Comparison.of(plan, revision.number(), revision.number()).isEmpty())
                    .isTrue();
        }
    }

    @Example
    void S13_two_versions_side_by_side_in_words() {
        ActionPlan before = PlanFixtures.drafted(PlanFixtures.content("ask", "write", "send")
                        .addObstacles(PlanFixtures.obstacle("o1"), PlanFixtures.obstacle("o2"))
                        .addAnswers(PlanFixtures.forObstacle("a1", "o1"))
                        .addOptions(new ConsideredOption(PlanFixtures.text("wait"), false))
                        .build())
                .activate(Instant.EPOCH)
                .then(p -> p.checkIn(StepId.of("write"), Report.of(CheckIn.Result.DONE), Instant.EPOCH))
                .orElseThrow();
        PlanContent.Builder next = PlanContent.builder()
                .goal(new Goal(PlanFixtures.text("one figure"), Optional.empty(), Optional.empty()))
                .addObstacles(PlanFixtures.obstacle("o1"), PlanFixtures.obstacle("o3"))
                .addAnswers(PlanFixtures.forObstacle("a2", "o3"))
                .addOptions(new ConsideredOption(PlanFixtures.text("leave"), true))
                .addSteps(PlanFixtures.step("show"), PlanFixtures.step("rest"));
        ActionPlan plan = PlanFixtures.after(
                before,
                PlanFixtures.rework(
                        next,
                        ImmutableMap.of(
                                StepId.of("ask"), new StepFate.ReplacedBy(StepId.of("show")),
                                StepId.of("send"), new StepFate.Carried())),
                Instant.EPOCH);
        Comparison comparison = Comparison.of(plan, 1, 2);
        assertThat(comparison.isEmpty()).isFalse();
        assertThat(comparison.told(PlanFixtures.ada()).stream().map(Comparison.Told::line))
                .containsExactly(
                        "Goal, changed: outcome by 2027-03-18 (I will know: evidence) → one figure",
                        "Obstacle, carried: in the way o1",
                        "Obstacle, gone: in the way o2",
                        "Obstacle, new: in the way o3",
                        "If-then plan, gone: if cue a1, then response a1",
                        "If-then plan, new: if cue a2, then response a2",
                        "Option, gone: wait",
                        "Option, new: leave",
                        "Step, changed: I will do ask by 2027-03-18 → I will do show by 2027-03-18",
                        "Step, done: I will do write by 2027-03-18",
                        "Step, carried: I will do send by 2027-03-18",
                        "Step, new: I will do rest by 2027-03-18");
        assertThat(comparison.told(PlanFixtures.ada()).get(0).toString()).doesNotContain("outcome");
        assertThat(comparison.told(PlanFixtures.reader(PersonId.of("ben"))))
                .as("whoever may not read it is told nothing")
                .isEmpty();
    }

    @Example
    void a_part_in_other_words_is_the_same_part_changed() {
        Obstacle milder = new Obstacle(
                ObstacleId.of("o1"),
                PlanFixtures.text("in the way o1"),
                Obstacle.Nature.INNER,
                true,
                1,
                Optional.empty());
        ActionPlan plan = PlanFixtures.drafted(PlanFixtures.content("s")
                .addObstacles(PlanFixtures.obstacle("o1"))
                .build());
        ActionPlan after = PlanFixtures.after(
                plan,
                PlanFixtures.rework(
                        PlanFixtures.content("t").addObstacles(milder),
                        ImmutableMap.of(StepId.of("s"), new StepFate.Carried())),
                Instant.EPOCH);
        assertThat(Comparison.of(after, 1, 2).obstacles())
                .extracting(Difference::how)
                .containsExactly(Difference.How.CHANGED);
        assertThat(Comparison.of(after, 1, 2).goal().how()).isEqualTo(Difference.How.CARRIED);
    }

    @Example
    void there_is_nothing_to_compare_with_a_revision_that_never_was() {
        ActionPlan plan = PlanFixtures.active("s");
        assertThatIllegalArgumentException().isThrownBy(() -> Comparison.of(plan, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Comparison.of(plan, 0, 1));
    }
}
