package org.peercircle.office;

import java.time.Instant;
import java.util.Optional;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;

/**
 * What of a group, or of a cohort's surveys, is past its time. It says what is deleted by the clock alone, and not whether
 * there is any: that is its members' (law C15).
 *
 * @param group empty for what a cohort answered in surveys
 * @param before what was written before this is past; {@link Instant#MAX} if all is
 * @param isHeld whether by order some of it must be kept, and is
 */
public record Expiry(CohortId cohort, Optional<GroupId> group, Instant before, boolean isHeld) {

    /** Whether all of it is past. */
    public boolean isEverything() {
        return before.equals(Instant.MAX);
    }
}
