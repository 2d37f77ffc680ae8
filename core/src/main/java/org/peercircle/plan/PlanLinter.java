package org.peercircle.plan;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Reader;
import org.peercircle.internal.Arguments;

/**
 * Reads a plan for its owner and says what would make it stronger. It advises and never blocks: a plan that gets every
 * hint can be lived.
 *
 * @param wording the language of the plan's words
 * @param enough how many open steps are enough
 */
public record PlanLinter(Wording wording, int enough) {

    /** Below this a commitment of 1 to 10 is likely not kept. */
    public static final int SURE_ENOUGH = 7;

    /** Checks the number. */
    public PlanLinter {
        Arguments.requireBetween(1, enough, Integer.MAX_VALUE, "enough");
    }

    /** Returns hints on the revision in force: on the goal, the obstacles, then each step that is not done, in order. */
    public ImmutableList<Hint> hints(ActionPlan plan, Reader reader) {
        PlanContent content = plan.current().content();
        ImmutableList<NextStep> steps = plan.unfinished();
        return Stream.of(
                        onGoal(content.goal(), reader),
                        onObstacles(content),
                        steps.stream().flatMap(step -> onStep(step, reader)),
                        when(steps.size() > enough, Hint.of(Hint.Kind.TOO_MANY_OPEN_STEPS)))
                .flatMap(hints -> hints)
                .collect(ImmutableList.toImmutableList());
    }

    private Stream<Hint> onGoal(Goal goal, Reader reader) {
        boolean vague = goal.evidence()
                .map(e -> reader.read(e).filter(wording::isVagueMeasure).isPresent())
                .orElse(true);
        return Stream.concat(
                when(goal.by().isEmpty(), Hint.of(Hint.Kind.GOAL_WITHOUT_DATE)),
                when(vague, Hint.of(Hint.Kind.VAGUE_MEASURE)));
    }

    private static Stream<Hint> onObstacles(PlanContent content) {
        return Stream.of(
                        when(content.obstacles().isEmpty(), Hint.of(Hint.Kind.NO_OBSTACLE)),
                        when(
                                content.obstacles().size() > 1
                                        && content.mainObstacle().isEmpty(),
                                Hint.of(Hint.Kind.NO_MAIN_OBSTACLE)),
                        content.obstacles().stream()
                                .filter(o -> !isAnswered(o, content))
                                .map(o -> Hint.of(Hint.Kind.OBSTACLE_WITHOUT_ANSWER, o)))
                .flatMap(hints -> hints);
    }

    private static boolean isAnswered(Obstacle obstacle, PlanContent content) {
        return obstacle.wayRound().isPresent()
                || content.answers().stream().anyMatch(a -> a.answers(obstacle.id()))
                || content.steps().stream().anyMatch(s -> s.answers().equals(Optional.of(obstacle.id())));
    }

    private Stream<Hint> onStep(NextStep step, Reader reader) {
        Confidential<String> what = step.what();
        boolean verb = reader.read(what).map(wording::beginsWithVerb).orElse(true);
        boolean vague = reader.read(what).map(wording::beginsVaguely).orElse(false);
        return Stream.of(
                        when(step.due().isEmpty(), Hint.of(Hint.Kind.STEP_WITHOUT_DATE, step)),
                        when(!verb, Hint.of(Hint.Kind.STEP_WITHOUT_VERB, step)),
                        when(vague, Hint.of(Hint.Kind.STEP_WITH_VAGUE_VERB, step)),
                        when(step.answers().isEmpty(), Hint.of(Hint.Kind.STEP_WITHOUT_OBSTACLE, step)),
                        when(
                                step.commitment().filter(c -> c < SURE_ENOUGH).isPresent(),
                                Hint.of(Hint.Kind.LOW_COMMITMENT, step)))
                .flatMap(hints -> hints);
    }

    private static Stream<Hint> when(boolean holds, Hint hint) {
        return holds ? Stream.of(hint) : Stream.empty();
    }
}
