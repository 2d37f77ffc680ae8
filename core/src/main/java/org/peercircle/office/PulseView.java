package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Optional;
import org.peercircle.id.CohortId;
import org.peercircle.id.PulseId;
import org.peercircle.pulse.Finding;
import org.peercircle.pulse.Moment;
import org.peercircle.pulse.PulseSurvey;
import org.peercircle.pulse.Release;
import org.peercircle.pulse.Scale;

/**
 * A pulse survey as the office and the cohort see it. How many answered is not in it: who has not can't be worked out.
 *
 * @param findings what is shown of it, the same to everybody; empty until it was
 * @param own the actor's own answers; empty for everybody else, and where there are none
 */
public record PulseView(
        PulseId id,
        CohortId cohort,
        Moment moment,
        ImmutableList<Scale> scales,
        Instant opensAt,
        Instant closesAt,
        boolean isOpen,
        Optional<ImmutableList<Finding>> findings,
        ImmutableMap<String, Integer> own) {

    /** Hides the answers: a view may be printed by accident. */
    @Override
    public String toString() {
        return "PulseView[" + id + "]";
    }

    static PulseView of(PulseSurvey survey, Instant now, ImmutableMap<String, Integer> own) {
        return new PulseView(
                survey.id(),
                survey.cohort(),
                survey.moment(),
                survey.scales(),
                survey.opensAt(),
                survey.closesAt(),
                survey.isOpenAt(now),
                survey.release().map(Release::findings),
                own);
    }
}
