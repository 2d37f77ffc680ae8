package org.peercircle.plan;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Policy;
import org.peercircle.confidentiality.Tag;
import org.peercircle.id.GroupId;
import org.peercircle.id.ObstacleId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.StepId;

final class PlanFixtures {

    static final PersonId ADA = PersonId.of("ada");
    static final LocalDate DUE = LocalDate.of(2027, 3, 18);

    private PlanFixtures() {}

    static Confidential<String> text(String text) {
        return Confidential.draft(text);
    }

    static NextStep step(String id) {
        return new NextStep(StepId.of(id), text("do " + id), DUE, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static NextStep answering(String id, String obstacle) {
        return new NextStep(
                StepId.of(id),
                text("do"),
                DUE,
                Optional.empty(),
                Optional.of(ObstacleId.of(obstacle)),
                Optional.empty());
    }

    static Obstacle obstacle(String id) {
        return new Obstacle(ObstacleId.of(id), text("in the way"), Obstacle.Nature.INNER, true, 3, Optional.empty());
    }

    static Draft draft(String... steps) {
        return new Draft(
                new Goal(text("outcome"), text("evidence"), DUE),
                ImmutableList.of(),
                Arrays.stream(steps).map(PlanFixtures::step).collect(ImmutableList.toImmutableList()));
    }

    static ActionPlan drafted(Draft draft) {
        return ActionPlan.draft(
                        PlanId.of("plan"),
                        ADA,
                        GroupId.of("g"),
                        Tag.content(Policy.of(Owner.of(ADA))),
                        draft,
                        Instant.EPOCH)
                .orElseThrow();
    }

    static ActionPlan active(String... steps) {
        return drafted(draft(steps)).activate().orElseThrow();
    }
}
