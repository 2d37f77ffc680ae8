package org.peercircle.pulse;

import com.google.common.collect.ImmutableMap;
import org.peercircle.id.GroupId;
import org.peercircle.id.PieceId;
import org.peercircle.id.PulseId;

/**
 * Somebody who consented to be counted, as the engine sees them: no name, a group, and the answers.
 *
 * @param diary whose answers they are, by a name that says nothing
 * @param answers by survey, then by question
 */
public record Respondent(PieceId diary, GroupId group, ImmutableMap<PulseId, ImmutableMap<String, Integer>> answers) {

    /** Hides the answers. */
    @Override
    public String toString() {
        return "Respondent[…]";
    }
}
