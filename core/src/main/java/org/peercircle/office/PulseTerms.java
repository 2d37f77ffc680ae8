package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import org.peercircle.pulse.Moment;
import org.peercircle.pulse.Scale;

/**
 * What a coordinator decides of a pulse survey.
 *
 * @param scales the library's own, or a host's validated ones
 * @param closesAt from when on no answers are taken
 */
public record PulseTerms(Moment moment, ImmutableList<Scale> scales, Instant closesAt) {}
