package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.id.IfThenId;
import org.peercircle.id.ObstacleId;
import org.peercircle.id.RehearsalId;
import org.peercircle.id.StepId;
import org.peercircle.internal.Arguments;
import org.peercircle.plan.ActionPlan;
import org.peercircle.plan.CheckIn;
import org.peercircle.plan.ConsideredOption;
import org.peercircle.plan.Correction;
import org.peercircle.plan.CourseChange;
import org.peercircle.plan.Goal;
import org.peercircle.plan.IfThen;
import org.peercircle.plan.NextStep;
import org.peercircle.plan.Obstacle;
import org.peercircle.plan.PlanContent;
import org.peercircle.plan.Report;
import org.peercircle.plan.Revision;
import org.peercircle.plan.StepFate;

/**
 * Files what a member wrote into a plan under the plan's tags. What is said again in the same words stays the same piece,
 * and an obstacle or if-then plan in the same words the same one, so that two versions can be compared.
 *
 * @param now what the plan says so far; empty for a new plan
 */
record PlanFiling(Backstage backstage, Tag tag, Tag goalTag, Optional<PlanContent> now) {

    static PlanFiling of(ActionPlan plan, Backstage backstage) {
        return new PlanFiling(
                backstage,
                plan.tag(),
                plan.goalTag(),
                Optional.of(plan.current().content()));
    }

    PlanContent content(PlanDraft draft) {
        ImmutableList<Obstacle> obstacles = obstacles(draft.obstacles());
        ImmutableList<NextStep> steps = draft.steps().stream()
                .map(s -> step(s, obstacles, Optional.empty()))
                .collect(ImmutableList.toImmutableList());
        return PlanContent.builder()
                .goal(new Goal(
                        kept(draft.outcome(), goals(), goalTag),
                        draft.evidence().map(e -> kept(e, goals(), goalTag)),
                        draft.by()))
                .obstacles(obstacles)
                .mainObstacle(draft.mainObstacle().map(n -> obstacles.get(n - 1).id()))
                .answers(draft.answers().stream()
                        .map(a -> answer(a, obstacles, steps))
                        .collect(ImmutableSet.toImmutableSet()))
                .options(draft.options().stream().map(this::option).toList())
                .steps(steps)
                .build();
    }

    CourseChange change(CourseDraft draft) {
        if (draft instanceof CourseDraft.Rescope to) {
            return new CourseChange.Rescope(new Goal(
                    kept(to.outcome(), goals(), goalTag), to.evidence().map(e -> kept(e, goals(), goalTag)), to.by()));
        }
        if (draft instanceof CourseDraft.Redate to) {
            return new CourseChange.Redate(
                    to.goal(),
                    to.steps().entrySet().stream()
                            .collect(ImmutableMap.toImmutableMap(
                                    Map.Entry::getKey, e -> new CourseChange.Redate.Redated(newStep(), e.getValue()))));
        }
        if (draft instanceof CourseDraft.ReplaceStep to) {
            return new CourseChange.ReplaceStep(to.step(), step(to.next(), Optional.empty()));
        }
        if (draft instanceof CourseDraft.AddStep to) {
            return new CourseChange.AddStep(step(to.next(), Optional.empty()));
        }
        if (draft instanceof CourseDraft.DropStep to) {
            return new CourseChange.DropStep(to.step());
        }
        if (draft instanceof CourseDraft.ReplaceAnswer to) {
            PlanContent plan = now.orElseThrow();
            return new CourseChange.ReplaceAnswer(to.old(), answer(to.next(), plan.obstacles(), plan.steps()));
        }
        return draft instanceof CourseDraft.ReplaceGoal || draft instanceof CourseDraft.Rework
                ? anew(draft)
                : ofState(draft);
    }

    private CourseChange anew(CourseDraft draft) {
        if (draft instanceof CourseDraft.ReplaceGoal to) {
            PlanContent next = keepingCues(content(to.next()), to.fates());
            return new CourseChange.ReplaceGoal(next, fates(to.fates(), next));
        }
        CourseDraft.Rework to = (CourseDraft.Rework) draft;
        PlanContent next = keepingCues(content(to.next()), to.fates());
        return new CourseChange.Rework(next, fates(to.fates(), next));
    }

    /** A step that is carried keeps what fixes its when and where; a draft can't number it. */
    private PlanContent keepingCues(PlanContent next, ImmutableMap<StepId, CourseDraft.Fate> fates) {
        return PlanContent.builder()
                .from(next)
                .addAllAnswers(now.orElseThrow().answers().stream()
                        .filter(a -> a.target() instanceof IfThen.Target.OfStep of
                                && fates.get(of.step()) instanceof CourseDraft.Fate.Carry)
                        .toList())
                .build();
    }

    private static CourseChange ofState(CourseDraft draft) {
        if (draft instanceof CourseDraft.Pause to) {
            return new CourseChange.Pause(to.until());
        }
        return draft instanceof CourseDraft.Resume ? new CourseChange.Resume() : new CourseChange.Drop();
    }

    private static ImmutableMap<StepId, StepFate> fates(
            ImmutableMap<StepId, CourseDraft.Fate> fates, PlanContent next) {
        return fates.entrySet().stream()
                .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, e -> fate(e.getValue(), next)));
    }

    private static StepFate fate(CourseDraft.Fate fate, PlanContent next) {
        if (fate instanceof CourseDraft.Fate.ReplaceBy by) {
            return new StepFate.ReplacedBy(next.steps().get(by.number() - 1).id());
        }
        return fate instanceof CourseDraft.Fate.Carry ? new StepFate.Carried() : new StepFate.Dropped();
    }

    /** A step that joins the plan as it stands. */
    NextStep step(PlanDraft.StepDraft step, Optional<RehearsalId> from) {
        return step(step, now.orElseThrow().obstacles(), from);
    }

    /** Files what was said at a time of how it goes. */
    static Report report(Report draft, ActionPlan plan, Instant at, Backstage backstage) {
        return with(draft, text -> backstage.file(text, plan.checkInTag(at)));
    }

    private static Report with(Report report, UnaryOperator<Confidential<String>> filing) {
        return Report.builder()
                .from(report)
                .whatHelped(report.whatHelped().map(filing))
                .note(report.note().map(filing))
                .build();
    }

    Confidential<String> file(Confidential<String> draft) {
        return backstage.file(draft, tag);
    }

    private NextStep step(PlanDraft.StepDraft step, ImmutableList<Obstacle> obstacles, Optional<RehearsalId> from) {
        return NextStep.builder()
                .id(newStep())
                .what(file(step.what()))
                .due(step.due())
                .whenAndWhere(step.whenAndWhere().map(this::file))
                .answers(step.answers()
                        .map(n -> numbered(obstacles, n, "answers").id()))
                .partner(step.partner())
                .commitment(step.commitment())
                .rehearsal(from)
                .build();
    }

    private StepId newStep() {
        return StepId.of(backstage.newId());
    }

    private ImmutableList<Obstacle> obstacles(ImmutableList<PlanDraft.ObstacleDraft> drafts) {
        List<Obstacle> obstacles = new ArrayList<>();
        for (PlanDraft.ObstacleDraft draft : drafts) {
            Optional<Obstacle> same = now.stream()
                    .flatMap(c -> c.obstacles().stream())
                    .filter(o -> says(o.what(), draft.what()))
                    .filter(o ->
                            obstacles.stream().noneMatch(taken -> taken.id().equals(o.id())))
                    .findFirst();
            obstacles.add(obstacle(draft, same));
        }
        return ImmutableList.copyOf(obstacles);
    }

    private Obstacle obstacle(PlanDraft.ObstacleDraft draft, Optional<Obstacle> same) {
        return new Obstacle(
                same.map(Obstacle::id).orElseGet(() -> ObstacleId.of(backstage.newId())),
                same.map(Obstacle::what).orElseGet(() -> file(draft.what())),
                draft.nature(),
                draft.withinControl(),
                draft.severity(),
                draft.wayRound().map(w -> kept(w, same.flatMap(Obstacle::wayRound).stream(), tag)));
    }

    private IfThen answer(
            PlanDraft.IfThenDraft draft, ImmutableList<Obstacle> obstacles, ImmutableList<NextStep> steps) {
        IfThen.Target target = draft.isForStep()
                ? new IfThen.Target.OfStep(
                        numbered(steps, draft.number(), "number").id())
                : new IfThen.Target.OfObstacle(
                        numbered(obstacles, draft.number(), "number").id());
        return now.stream()
                .flatMap(c -> c.answers().stream())
                .filter(a ->
                        a.target().equals(target) && says(a.cue(), draft.cue()) && says(a.response(), draft.response()))
                .findFirst()
                .orElseGet(() ->
                        new IfThen(IfThenId.of(backstage.newId()), file(draft.cue()), file(draft.response()), target));
    }

    private ConsideredOption option(ConsideredOption draft) {
        Stream<Confidential<String>> old =
                now.stream().flatMap(c -> c.options().stream()).map(ConsideredOption::what);
        return new ConsideredOption(kept(draft.what(), old, tag), draft.isChosen());
    }

    private Stream<Confidential<String>> goals() {
        return now.stream()
                .map(PlanContent::goal)
                .flatMap(g -> Stream.concat(Stream.of(g.outcome()), g.evidence().stream()));
    }

    /** The old piece that says the same, or the draft filed. */
    private Confidential<String> kept(Confidential<String> draft, Stream<Confidential<String>> old, Tag under) {
        return old.filter(o -> !backstage.isPast(o) && says(o, draft))
                .findFirst()
                .orElseGet(() -> backstage.file(draft, under));
    }

    private static boolean says(Confidential<String> piece, Confidential<String> same) {
        return !Custody.isErased(piece) && Custody.unwrap(piece).equals(Custody.unwrap(same));
    }

    private static <T> T numbered(ImmutableList<T> parts, int number, String argument) {
        Arguments.requireBetween(1, number, parts.size(), argument);
        return parts.get(number - 1);
    }

    /** Files all of a plan anew under other tags. */
    static ActionPlan retag(ActionPlan plan, Tag tag, Tag goalTag) {
        Function<Confidential<String>, Confidential<String>> rest = piece -> Custody.retag(piece, tag);
        return ActionPlan.builder()
                .from(plan)
                .tag(tag)
                .goalTag(goalTag)
                .revisions(plan.revisions().stream()
                        .map(r -> retag(r, rest, piece -> Custody.retag(piece, goalTag)))
                        .toList())
                .checkIns(plan.checkIns().stream()
                        .map(c -> new CheckIn(
                                c.step(),
                                c.revision(),
                                c.at(),
                                with(c.report(), piece -> Custody.retag(piece, tag.saidAt(c.at())))))
                        .toList())
                .build();
    }

    private static Revision retag(
            Revision revision,
            Function<Confidential<String>, Confidential<String>> rest,
            Function<Confidential<String>, Confidential<String>> goal) {
        PlanContent content = revision.content();
        Goal old = content.goal();
        PlanContent retagged = PlanContent.builder()
                .from(content)
                .goal(new Goal(goal.apply(old.outcome()), old.evidence().map(goal), old.by()))
                .obstacles(content.obstacles().stream()
                        .map(o -> new Obstacle(
                                o.id(),
                                rest.apply(o.what()),
                                o.nature(),
                                o.withinControl(),
                                o.severity(),
                                o.wayRound().map(rest)))
                        .toList())
                .answers(content.answers().stream()
                        .map(a -> new IfThen(a.id(), rest.apply(a.cue()), rest.apply(a.response()), a.target()))
                        .toList())
                .options(content.options().stream()
                        .map(o -> new ConsideredOption(rest.apply(o.what()), o.isChosen()))
                        .toList())
                .steps(content.steps().stream()
                        .map(s -> NextStep.builder()
                                .from(s)
                                .what(rest.apply(s.what()))
                                .whenAndWhere(s.whenAndWhere().map(rest))
                                .build())
                        .toList())
                .build();
        return new Revision(
                revision.number(),
                revision.at(),
                retagged,
                revision.correction()
                        .map(c -> new Correction(c.kind(), c.trigger(), rest.apply(c.reason()), c.fates())));
    }
}
