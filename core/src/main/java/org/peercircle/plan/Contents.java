package org.peercircle.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.peercircle.decision.Refusal;
import org.peercircle.id.ObstacleId;
import org.peercircle.id.PlanId;
import org.peercircle.id.StepId;

/** What must hold of what a plan says. */
final class Contents {

    private Contents() {}

    /** Returns what is wrong with the whole content of a revision, if anything. */
    static Optional<Refusal> against(PlanId plan, PlanContent content) {
        Stream<String> obstacles = content.obstacles().stream().map(o -> o.id().value());
        Stream<String> answers = content.answers().stream().map(a -> a.id().value());
        return repeated(plan, obstacles).or(() -> repeated(plan, answers)).or(() -> againstReferences(plan, content));
    }

    /** Returns what is wrong with new steps in a plan that has used these ids: each is to have one of its own. */
    static Optional<Refusal> againstSteps(PlanId plan, ImmutableList<NextStep> fresh, ImmutableSet<StepId> used) {
        return repeated(
                plan,
                Stream.concat(used.stream(), fresh.stream().map(NextStep::id)).map(StepId::value));
    }

    private static Optional<Refusal> repeated(PlanId plan, Stream<String> ids) {
        Set<String> seen = new HashSet<>();
        return ids.filter(id -> !seen.add(id)).findFirst().map(id -> new PlanRefusal.IdTaken(plan, id));
    }

    private static Optional<Refusal> againstReferences(PlanId plan, PlanContent content) {
        Stream<ObstacleId> named = Stream.of(
                        content.mainObstacle().stream(),
                        content.steps().stream().flatMap(s -> s.answers().stream()),
                        content.answers().stream().flatMap(Contents::obstacleOf))
                .flatMap(ids -> ids);
        Optional<Refusal> obstacle = named.filter(o -> content.obstacle(o).isEmpty())
                .findFirst()
                .map(o -> new PlanRefusal.NoSuchObstacle(plan, o));
        return obstacle.or(() -> content.answers().stream()
                .filter(a -> !content.holdsTargetOf(a))
                .findFirst()
                .map(a -> new PlanRefusal.StepNotOpen(plan, ((IfThen.Target.OfStep) a.target()).step())));
    }

    private static Stream<ObstacleId> obstacleOf(IfThen answer) {
        return answer.target() instanceof IfThen.Target.OfObstacle of ? Stream.of(of.obstacle()) : Stream.empty();
    }
}
