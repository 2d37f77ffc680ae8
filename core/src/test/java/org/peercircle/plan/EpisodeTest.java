package org.peercircle.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercircle.id.StepId;

class EpisodeTest {

    private static List<String> told(ActionPlan plan) {
        return plan.story().stream().map(EpisodeTest::word).toList();
    }

    private static String word(Episode episode) {
        if (episode instanceof Episode.CourseChanged changed) {
            return changed.revision().correction().orElseThrow().kind().name();
        }
        if (episode instanceof Episode.Entered entered) {
            return entered.change().to().name();
        }
        if (episode instanceof Episode.Reported reported) {
            return reported.step().id() + " " + reported.checkIn().result();
        }
        return episode instanceof Episode.Judged judged
                ? "helped " + judged.review().helped()
                : "DRAFTED";
    }

    @Test
    void S13_the_whole_story_is_told_in_order() {
        ActionPlan plan = PlanFixtures.drafted(PlanFixtures.content("s").build())
                .activate(PlanFixtures.on(1, 2))
                .then(p -> p.review(false, PlanFixtures.on(1, 5)))
                .then(p -> p.checkIn(StepId.of("s"), Report.of(CheckIn.Result.MISSED), PlanFixtures.on(1, 4)))
                .orElseThrow();
        plan = PlanFixtures.after(
                plan, new CourseChange.ReplaceStep(StepId.of("s"), PlanFixtures.step("t")), PlanFixtures.on(1, 6));
        plan = PlanFixtures.after(plan, new CourseChange.Pause(Optional.empty()), PlanFixtures.on(1, 7));
        plan = PlanFixtures.after(plan, new CourseChange.Resume(), PlanFixtures.on(1, 8));
        plan = plan.checkIn(StepId.of("t"), Report.of(CheckIn.Result.DONE), PlanFixtures.on(1, 9))
                .then(p -> p.achieve(PlanFixtures.on(1, 10)))
                .orElseThrow();
        assertThat(told(plan))
                .containsExactly(
                        "DRAFTED",
                        "ACTIVE",
                        "s MISSED",
                        "helped false",
                        "REPLACE_STEP",
                        "PAUSE",
                        "RESUME",
                        "t DONE",
                        "ACHIEVED");
        assertThat(plan.story()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    }

    @Test
    void what_happens_at_one_instant_is_told_as_it_happened() {
        ActionPlan draft = PlanFixtures.after(
                PlanFixtures.drafted(PlanFixtures.content("s").build()),
                new CourseChange.AddStep(PlanFixtures.step("t")),
                Instant.EPOCH);
        ActionPlan plan = draft.activate(Instant.EPOCH).orElseThrow();
        assertThat(told(plan)).containsExactly("DRAFTED", "ADD_STEP", "ACTIVE");
        assertThat(told(PlanFixtures.after(plan, new CourseChange.Drop(), Instant.EPOCH)))
                .containsExactly("DRAFTED", "ADD_STEP", "ACTIVE", "DROP");
    }
}
