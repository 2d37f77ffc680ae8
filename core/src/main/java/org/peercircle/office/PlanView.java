package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.GroupId;
import org.peercircle.id.ObstacleId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.StepId;
import org.peercircle.plan.ActionPlan;
import org.peercircle.plan.CheckIn;
import org.peercircle.plan.Obstacle;
import org.peercircle.plan.PartnerRequest;
import org.peercircle.plan.PlanPrompt;
import org.peercircle.plan.Progress;
import org.peercircle.plan.Revision;
import org.peercircle.plan.StepFate;
import org.peercircle.plan.StepState;

/**
 * A plan as somebody who may read it sees it. Its texts are plain: take care where they go.
 *
 * @param prompts what the plan asks of its owner; empty for everybody else
 */
public record PlanView(
        PlanId id,
        PersonId owner,
        GroupId group,
        ActionPlan.State state,
        ImmutableList<RevisionView> revisions,
        ImmutableList<CheckInView> checkIns,
        Progress progress,
        ImmutableSet<PlanPrompt> prompts) {

    /** One version of the plan. */
    public record RevisionView(
            int number,
            Instant at,
            String outcome,
            String evidence,
            LocalDate by,
            ImmutableList<ObstacleView> obstacles,
            ImmutableList<StepView> steps,
            Optional<String> reason,
            ImmutableMap<StepId, StepFate> fates) {}

    /** An obstacle. */
    public record ObstacleView(
            ObstacleId id,
            String what,
            Obstacle.Nature nature,
            boolean withinControl,
            int severity,
            Optional<String> wayRound) {}

    /** A step. */
    public record StepView(
            StepId id,
            String what,
            LocalDate due,
            Optional<String> whenAndWhere,
            Optional<ObstacleId> answers,
            Optional<PersonId> partner,
            ImmutableSet<PersonId> asked,
            StepState state) {}

    /** What became of a step. */
    public record CheckInView(StepId step, Instant at, CheckIn.Result result, Optional<String> note) {}

    /** Hides the texts: a view may be printed by accident. */
    @Override
    public String toString() {
        return "PlanView[" + id + "]";
    }

    static PlanView of(ActionPlan plan, Room room, LocalDate today) {
        boolean own =
                room.actor().person().equals(plan.owner()) && !room.actor().isCoordinator();
        return new PlanView(
                plan.id(),
                plan.owner(),
                plan.group(),
                plan.state(),
                plan.revisions().stream().map(r -> revision(plan, r, room)).collect(ImmutableList.toImmutableList()),
                plan.checkIns().stream()
                        .map(c -> new CheckInView(c.step(), c.at(), c.result(), text(c.note(), room)))
                        .collect(ImmutableList.toImmutableList()),
                plan.progress(today),
                own ? plan.prompts() : ImmutableSet.of());
    }

    private static RevisionView revision(ActionPlan plan, Revision revision, Room room) {
        return new RevisionView(
                revision.number(),
                revision.at(),
                text(revision.goal().outcome(), room),
                text(revision.goal().evidence(), room),
                revision.goal().by(),
                revision.obstacles().stream()
                        .map(o -> new ObstacleView(
                                o.id(),
                                text(o.what(), room),
                                o.nature(),
                                o.withinControl(),
                                o.severity(),
                                text(o.wayRound(), room)))
                        .collect(ImmutableList.toImmutableList()),
                revision.steps().stream()
                        .map(s -> new StepView(
                                s.id(),
                                text(s.what(), room),
                                s.due(),
                                text(s.whenAndWhere(), room),
                                s.answers(),
                                plan.partnerOf(s),
                                plan.partnerRequests().stream()
                                        .filter(r -> r.step().equals(s.id())
                                                && r.answer().isEmpty())
                                        .map(PartnerRequest::person)
                                        .collect(ImmutableSet.toImmutableSet()),
                                plan.stateOf(s.id()).orElseThrow()))
                        .collect(ImmutableList.toImmutableList()),
                revision.correction().flatMap(c -> room.read(c.reason())),
                revision.correction().map(c -> c.fates()).orElse(ImmutableMap.of()));
    }

    /** Every piece of a plan carries the plan's own tag, so whoever is here may read it. */
    private static String text(Confidential<String> piece, Room room) {
        return room.read(piece).orElse("");
    }

    private static Optional<String> text(Optional<Confidential<String>> piece, Room room) {
        return piece.flatMap(room::read);
    }
}
