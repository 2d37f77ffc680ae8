package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.GroupId;
import org.peercircle.id.IfThenId;
import org.peercircle.id.ObstacleId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.StepId;
import org.peercircle.plan.ActionPlan;
import org.peercircle.plan.CheckIn;
import org.peercircle.plan.Correction;
import org.peercircle.plan.Goal;
import org.peercircle.plan.IfThen;
import org.peercircle.plan.NextStep;
import org.peercircle.plan.Obstacle;
import org.peercircle.plan.Outlook;
import org.peercircle.plan.PartnerRequest;
import org.peercircle.plan.PlanContent;
import org.peercircle.plan.PlanOrigin;
import org.peercircle.plan.PlanPrompt;
import org.peercircle.plan.Progress;
import org.peercircle.plan.Report;
import org.peercircle.plan.Revision;
import org.peercircle.plan.StepFate;
import org.peercircle.plan.StepState;

/**
 * A plan as somebody who may read it sees it. Its texts are plain: take care where they go.
 *
 * @param outlook how it goes, derived from what was reported; empty unless it is being lived, or its goal is reached
 * @param prompts what the plan asks of its owner; empty for everybody else
 * @param origin what it grew out of; for its owner alone
 */
public record PlanView(
        PlanId id,
        PersonId owner,
        GroupId group,
        ActionPlan.State state,
        ImmutableList<RevisionView> revisions,
        ImmutableList<CheckInView> checkIns,
        Progress progress,
        Optional<Outlook> outlook,
        ImmutableSet<PlanPrompt> prompts,
        Optional<PlanOrigin> origin) {

    /**
     * One version of the plan.
     *
     * @param goal for those who may read the goal
     * @param correction how it came from the one before
     */
    public record RevisionView(
            int number,
            Instant at,
            Optional<GoalView> goal,
            ImmutableList<ObstacleView> obstacles,
            Optional<ObstacleId> mainObstacle,
            ImmutableList<AnswerView> answers,
            ImmutableList<OptionView> options,
            ImmutableList<StepView> steps,
            Optional<CorrectionView> correction) {
        /** Hides the text: a view may be printed by accident. */
        @Override
        public String toString() {
            return "RevisionView[" + number + "]";
        }
    }

    /** The goal. */
    public record GoalView(String outcome, Optional<String> evidence, Optional<LocalDate> by) {
        /** Hides the text: a view may be printed by accident. */
        @Override
        public String toString() {
            return "GoalView[…]";
        }
    }

    /** An obstacle. */
    public record ObstacleView(
            ObstacleId id,
            String what,
            Obstacle.Nature nature,
            boolean withinControl,
            int severity,
            Optional<String> wayRound) {
        /** Hides the text: a view may be printed by accident. */
        @Override
        public String toString() {
            return "ObstacleView[" + id + "]";
        }
    }

    /** An if-then plan. */
    public record AnswerView(IfThenId id, String cue, String response, IfThen.Target target) {
        /** Hides the text: a view may be printed by accident. */
        @Override
        public String toString() {
            return "AnswerView[" + id + "]";
        }
    }

    /** A way forward that was thought of. */
    public record OptionView(String what, boolean isChosen) {
        /** Hides the text: a view may be printed by accident. */
        @Override
        public String toString() {
            return "OptionView[…]";
        }
    }

    /**
     * A step.
     *
     * @param sentence the step as its owner would say it: "I will … by …"
     * @param asked who was asked to be the partner and has not answered
     */
    public record StepView(
            StepId id,
            String what,
            String sentence,
            Optional<LocalDate> due,
            Optional<String> whenAndWhere,
            Optional<ObstacleId> answers,
            Optional<PersonId> partner,
            ImmutableSet<PersonId> asked,
            Optional<Integer> commitment,
            StepState state) {
        /** Hides the text: a view may be printed by accident. */
        @Override
        public String toString() {
            return "StepView[" + id + "]";
        }
    }

    /** Why and how the course was changed. */
    public record CorrectionView(
            Correction.Kind kind, Correction.Trigger trigger, String reason, ImmutableMap<StepId, StepFate> fates) {
        /** Hides the text: a view may be printed by accident. */
        @Override
        public String toString() {
            return "CorrectionView[" + kind + "]";
        }
    }

    /** What became of a step. */
    public record CheckInView(
            StepId step,
            Instant at,
            CheckIn.Result result,
            Optional<Integer> confidence,
            Optional<String> whatHelped,
            Optional<Report.ObstacleMet> obstacle,
            Optional<String> note) {
        /** Hides the text: a view may be printed by accident. */
        @Override
        public String toString() {
            return "CheckInView[" + step + ", " + result + "]";
        }
    }

    /** Returns the version in force. */
    public RevisionView current() {
        return revisions.get(revisions.size() - 1);
    }

    /** Hides the texts: a view may be printed by accident. */
    @Override
    public String toString() {
        return "PlanView[" + id + "]";
    }

    static PlanView of(ActionPlan plan, Room room, LocalDate today) {
        boolean own = room.actor().isThemself(plan.owner());
        return new PlanView(
                plan.id(),
                plan.owner(),
                plan.group(),
                plan.state(),
                each(plan.revisions(), r -> revision(plan, r, room)),
                plan.checkIns().stream()
                        .filter(c -> room.permits(plan.checkInTag(c.at())))
                        .map(c -> checkIn(c, room))
                        .collect(ImmutableList.toImmutableList()),
                plan.progress(today),
                outlook(plan, room, today),
                own ? plan.prompts(today) : ImmutableSet.of(),
                plan.origin().filter(o -> own));
    }

    /** That the goal's day has passed is known to those alone who know the goal. */
    private static Optional<Outlook> outlook(ActionPlan plan, Room room, LocalDate today) {
        return plan.outlook(today).map(o -> room.permits(plan.goalTag()) ? o : o.withoutGoal());
    }

    private static CheckInView checkIn(CheckIn said, Room room) {
        Report report = said.report();
        return new CheckInView(
                said.step(),
                said.at(),
                said.result(),
                report.confidence(),
                report.whatHelped().flatMap(room::read),
                report.obstacle(),
                report.note().flatMap(room::read));
    }

    private static RevisionView revision(ActionPlan plan, Revision revision, Room room) {
        PlanContent content = revision.content();
        return new RevisionView(
                revision.number(),
                revision.at(),
                goal(content.goal(), room),
                each(
                        content.obstacles(),
                        o -> new ObstacleView(
                                o.id(),
                                text(o.what(), room),
                                o.nature(),
                                o.withinControl(),
                                o.severity(),
                                o.wayRound().flatMap(room::read))),
                content.mainObstacle(),
                each(
                        content.answers(),
                        a -> new AnswerView(a.id(), text(a.cue(), room), text(a.response(), room), a.target())),
                each(content.options(), o -> new OptionView(text(o.what(), room), o.isChosen())),
                each(content.steps(), s -> step(plan, s, room)),
                revision.correction()
                        .map(c -> new CorrectionView(c.kind(), c.trigger(), text(c.reason(), room), c.fates())));
    }

    private static <T, V> ImmutableList<V> each(ImmutableList<T> all, Function<T, V> view) {
        return ImmutableList.copyOf(Lists.transform(all, view::apply));
    }

    private static Optional<GoalView> goal(Goal goal, Room room) {
        return room.read(goal.outcome())
                .map(outcome -> new GoalView(outcome, goal.evidence().flatMap(room::read), goal.by()));
    }

    private static StepView step(ActionPlan plan, NextStep step, Room room) {
        Optional<String> what = room.read(step.what());
        Optional<String> whenAndWhere = step.whenAndWhere().flatMap(room::read);
        return new StepView(
                step.id(),
                what.orElse(""),
                what.map(text -> step.sentence(text, whenAndWhere)).orElse(""),
                step.due(),
                whenAndWhere,
                step.answers(),
                plan.partnerOf(step),
                plan.partnerRequests().stream()
                        .filter(r -> r.step().equals(step.id()) && r.answer().isEmpty())
                        .map(PartnerRequest::person)
                        .collect(ImmutableSet.toImmutableSet()),
                step.commitment(),
                plan.stateOf(step.id()).orElseThrow());
    }

    /** Every piece of a plan but its goal carries the plan's own tag, so whoever is here may read it. */
    private static String text(Confidential<String> piece, Room room) {
        return room.read(piece).orElse("");
    }
}
