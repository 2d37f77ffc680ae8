package org.peercircle.plan;

import java.time.Instant;
import java.util.Optional;
import org.peercircle.id.PersonId;
import org.peercircle.id.StepId;

/**
 * Somebody is asked to be the accountability partner of a step. Nobody becomes one by force.
 *
 * @param answer empty until they answered
 */
public record PartnerRequest(StepId step, PersonId person, Instant at, Optional<Boolean> answer) {

    boolean isOpenFor(StepId ofStep, PersonId whom) {
        return answer.isEmpty() && step.equals(ofStep) && person.equals(whom);
    }

    PartnerRequest answered(boolean yes) {
        return new PartnerRequest(step, person, at, Optional.of(yes));
    }
}
