package org.peercircle.pulse;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import org.peercircle.id.PieceId;

/**
 * What was shown of a survey, once and for all (law D10), and whom each number counted (law D11).
 *
 * @param counted for each number shown, whose answers stand behind it, by diaries that name nobody
 */
public record Release(Instant at, ImmutableList<Finding> findings, ImmutableList<Counted> counted) {

    /** Whose answers stand behind one number of a scale. */
    public record Counted(String scale, ImmutableSet<PieceId> diaries) {}

    /** Hides whom it counted. */
    @Override
    public String toString() {
        return "Release[at=" + at + ", findings=" + findings + "]";
    }
}
