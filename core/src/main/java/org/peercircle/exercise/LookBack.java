package org.peercircle.exercise;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What a member says of their answers months later.
 *
 * @param fits one for each answer
 * @param noticed anything else they noticed
 */
public record LookBack(ImmutableList<Fit> fits, Optional<String> noticed) {

    /** Whether the present path leads away from something they still want. */
    public boolean isOffCourse() {
        return fits.contains(Fit.LEADS_AWAY);
    }

    /** Hides the content: a look back may be printed by accident. */
    @Override
    public String toString() {
        return "LookBack[…]";
    }
}
