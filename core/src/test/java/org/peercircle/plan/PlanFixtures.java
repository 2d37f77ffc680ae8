package org.peercircle.plan;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.peercircle.confidentiality.Capacity;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Policy;
import org.peercircle.confidentiality.Purpose;
import org.peercircle.confidentiality.Reader;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.World;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.decision.Decision;
import org.peercircle.id.GroupId;
import org.peercircle.id.IfThenId;
import org.peercircle.id.ObstacleId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.PlanId;
import org.peercircle.id.StepId;

final class PlanFixtures {

    static final PersonId ADA = PersonId.of("ada");
    static final LocalDate DUE = LocalDate.of(2027, 3, 18);
    static final Tag TAG = Tag.content(Policy.of(Owner.of(ADA)));

    private PlanFixtures() {}

    static Instant on(int month, int day) {
        return LocalDate.of(2027, month, day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Ada's own words, filed; the same words are the same piece. */
    static Confidential<String> text(String text) {
        return Custody.file(
                Confidential.draft(text), PieceId.of("x" + Math.abs((long) text.hashCode())), TAG, Instant.EPOCH);
    }

    /** Ada as a reader of what is hers. */
    static Reader ada() {
        return reader(ADA);
    }

    static Reader reader(PersonId person) {
        return new Reader(
                Custody.viewer(person, Capacity.PARTICIPANT, Purpose.SUPPORT),
                World.at(Instant.EPOCH).build());
    }

    static NextStep step(String id) {
        return NextStep.builder()
                .id(StepId.of(id))
                .what(text("do " + id))
                .due(DUE)
                .build();
    }

    static NextStep answering(String id, String obstacle) {
        return NextStep.builder()
                .from(step(id))
                .answers(ObstacleId.of(obstacle))
                .build();
    }

    static Obstacle obstacle(String id) {
        return new Obstacle(
                ObstacleId.of(id), text("in the way " + id), Obstacle.Nature.INNER, true, 3, Optional.empty());
    }

    static IfThen forObstacle(String id, String obstacle) {
        return new IfThen(
                IfThenId.of(id),
                text("cue " + id),
                text("response " + id),
                new IfThen.Target.OfObstacle(ObstacleId.of(obstacle)));
    }

    static IfThen forStep(String id, String step) {
        return new IfThen(
                IfThenId.of(id), text("cue " + id), text("response " + id), new IfThen.Target.OfStep(StepId.of(step)));
    }

    static Goal goal() {
        return new Goal(text("outcome"), Optional.of(text("evidence")), Optional.of(DUE));
    }

    static PlanContent.Builder content(String... steps) {
        return PlanContent.builder()
                .goal(goal())
                .addAllSteps(Arrays.stream(steps).map(PlanFixtures::step).toList());
    }

    static Decision<ActionPlan> draft(PlanContent content) {
        ActionPlan.Builder started = ActionPlan.builder()
                .id(PlanId.of("plan"))
                .owner(ADA)
                .group(GroupId.of("g"))
                .tag(TAG)
                .goalTag(TAG);
        return ActionPlan.draft(started, content, Instant.EPOCH);
    }

    static ActionPlan drafted(PlanContent content) {
        return draft(content).orElseThrow();
    }

    static ActionPlan active(String... steps) {
        return drafted(content(steps).build()).activate(Instant.EPOCH).orElseThrow();
    }

    static ActionPlan after(ActionPlan plan, CourseChange change, Instant at) {
        return plan.correct(change, Correction.Trigger.NEW_IDEA, text("why"), at)
                .orElseThrow();
    }

    static CourseChange rework(PlanContent.Builder next, ImmutableMap<StepId, StepFate> fates) {
        return new CourseChange.Rework(next.build(), fates);
    }

    static Report report(CheckIn.Result result) {
        return Report.of(result);
    }

    static Report confident(int outOfTen) {
        return Report.builder()
                .result(CheckIn.Result.PARTLY)
                .confidence(outOfTen)
                .build();
    }
}
