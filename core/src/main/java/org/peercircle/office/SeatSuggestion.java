package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import org.peercircle.id.PersonId;

/**
 * Somebody from the waitlist who could take a seat.
 *
 * @param keepsRules whether every rule would be kept, the private ones included
 * @param gain what the group would gain under the cohort's preferences
 * @param lines what each open rule says about it
 */
public record SeatSuggestion(PersonId person, boolean keepsRules, double gain, ImmutableList<String> lines) {}
