package org.peercircle.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.ObstacleId;
import org.peercircle.id.PersonId;
import org.peercircle.id.StepId;

/**
 * What a member will do: "I will … by …".
 *
 * @param whenAndWhere the cue: "if …, then I …"
 * @param answers the obstacle it gets round
 * @param partner the member who asks about it
 */
public record NextStep(
        StepId id,
        Confidential<String> what,
        LocalDate due,
        Optional<Confidential<String>> whenAndWhere,
        Optional<ObstacleId> answers,
        Optional<PersonId> partner) {}
