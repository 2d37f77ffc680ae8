package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.id.ObstacleId;
import org.peercircle.id.StepId;
import org.peercircle.plan.ActionPlan;
import org.peercircle.plan.CheckIn;
import org.peercircle.plan.Correction;
import org.peercircle.plan.Draft;
import org.peercircle.plan.Goal;
import org.peercircle.plan.NextStep;
import org.peercircle.plan.Obstacle;
import org.peercircle.plan.Revision;

/** Files what a member wrote into a plan under the plan's tag, and files all of it anew when the tag changes. */
final class PlanFiling {

    private PlanFiling() {}

    static Draft file(PlanDraft draft, Tag tag, Backstage backstage) {
        ImmutableList<Obstacle> obstacles = draft.obstacles().stream()
                .map(o -> new Obstacle(
                        ObstacleId.of(backstage.newId()),
                        backstage.file(o.what(), tag),
                        o.nature(),
                        o.withinControl(),
                        o.severity(),
                        o.wayRound().map(w -> backstage.file(w, tag))))
                .collect(ImmutableList.toImmutableList());
        return new Draft(
                new Goal(backstage.file(draft.outcome(), tag), backstage.file(draft.evidence(), tag), draft.by()),
                obstacles,
                draft.steps().stream()
                        .map(s -> file(s, obstacles, tag, backstage))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** A step that joins a plan as it stands; the obstacle it answers is numbered in the current revision. */
    static NextStep file(PlanDraft.StepDraft step, ActionPlan plan, Backstage backstage) {
        return file(step, plan.current().obstacles(), plan.tag(), backstage);
    }

    private static NextStep file(
            PlanDraft.StepDraft step, ImmutableList<Obstacle> obstacles, Tag tag, Backstage backstage) {
        return new NextStep(
                StepId.of(backstage.newId()),
                backstage.file(step.what(), tag),
                step.due(),
                step.whenAndWhere().map(w -> backstage.file(w, tag)),
                step.answers().map(n -> obstacles.get(n - 1).id()),
                step.partner());
    }

    static ActionPlan retag(ActionPlan plan, Tag tag) {
        return ActionPlan.builder()
                .from(plan)
                .tag(tag)
                .revisions(plan.revisions().stream().map(r -> retag(r, tag)).toList())
                .checkIns(plan.checkIns().stream()
                        .map(c -> new CheckIn(c.step(), c.revision(), c.at(), c.result(), retag(c.note(), tag)))
                        .toList())
                .build();
    }

    private static Revision retag(Revision revision, Tag tag) {
        Goal goal = revision.goal();
        return new Revision(
                revision.number(),
                revision.at(),
                new Goal(Custody.retag(goal.outcome(), tag), Custody.retag(goal.evidence(), tag), goal.by()),
                revision.obstacles().stream()
                        .map(o -> new Obstacle(
                                o.id(),
                                Custody.retag(o.what(), tag),
                                o.nature(),
                                o.withinControl(),
                                o.severity(),
                                retag(o.wayRound(), tag)))
                        .collect(ImmutableList.toImmutableList()),
                revision.steps().stream()
                        .map(s -> new NextStep(
                                s.id(),
                                Custody.retag(s.what(), tag),
                                s.due(),
                                retag(s.whenAndWhere(), tag),
                                s.answers(),
                                s.partner()))
                        .collect(ImmutableList.toImmutableList()),
                revision.correction().map(c -> new Correction(Custody.retag(c.reason(), tag), c.fates())));
    }

    private static Optional<Confidential<String>> retag(Optional<Confidential<String>> piece, Tag tag) {
        return piece.map(p -> Custody.retag(p, tag));
    }
}
