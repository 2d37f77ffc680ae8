package org.peercircle.report;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Objects;
import org.peercircle.internal.Arguments;

/**
 * What must hold of the numbers of a table that are shown, and of those that are hidden.
 *
 * @param people a number is shown if at least so many people stand behind it, at least 1 (law D2)
 * @param groups and they are of at least so many groups, and enough without any one of them, where the groups are known
 *     (law D4); 0 if groups do not count
 * @param width a hidden number could have two values that differ by at least this, at least 1 (law D5)
 * @param showsZeros whether a 0 is shown although nobody stands behind it
 * @param saysBands whether it is said of hidden numbers that they are a small share of their row or nearly all, where that
 *     keeps them open (law D7)
 */
public record SuppressionRule(int people, int groups, int width, boolean showsZeros, boolean saysBands) {

    /** Checks the bounds. Reports ask for more; see {@link Thresholds}. */
    public SuppressionRule {
        Arguments.require(people >= 1, "people", "be at least 1", people);
        Arguments.require(groups >= 0, "groups", "be at least 0", groups);
        Arguments.require(width >= 1, "width", "be at least 1", width);
    }

    /** Without bands. */
    public SuppressionRule(int people, int groups, int width, boolean showsZeros) {
        this(people, groups, width, showsZeros, false);
    }

    /** Returns the rule of the library's own reports, without bands. */
    public static SuppressionRule of(Thresholds thresholds) {
        return new SuppressionRule(thresholds.people(), thresholds.groups(), thresholds.width(), false);
    }

    /** Returns the same rule with bands: for tables that are shown once, since a band narrows what can be shown later. */
    public SuppressionRule withBands() {
        return new SuppressionRule(people, groups, width, showsZeros, true);
    }

    /**
     * Returns the table at its finest level with as few people hidden as possible (laws D2–D6, D14, D17): exactly the
     * fewest in tables of up to some forty cells, nearly so in larger ones.
     */
    public SuppressedTable protect(CountTable table) {
        return new Suppression(this, table).protect();
    }

    /**
     * Returns the table at the finest level at which nothing need be hidden; where there is none, at the level at which
     * the fewest people are hidden (law D14).
     */
    public SuppressedTable coarsenAndProtect(CountTable table) {
        SuppressedTable best = null;
        for (int rows = table.rows().levels(); rows >= 1; rows--) {
            for (int columns = table.columns().levels(); columns >= 1; columns--) {
                SuppressedTable shown = protect(table.at(rows, columns));
                if (shown.cells().stream().noneMatch(SuppressedTable.Cell::isHidden)) {
                    return shown;
                }
                if (best == null || shown.hiddenPeople() < best.hiddenPeople()) {
                    best = shown;
                }
            }
        }
        return Objects.requireNonNull(best);
    }

    /** Whether so many people, of these groups, may stand behind a number that is shown. */
    boolean allows(int count, ImmutableIntArray ofGroups) {
        if (count < people) {
            return count == 0 && showsZeros;
        }
        int known = 0;
        int largest = 0;
        for (int g = 0; g < ofGroups.length(); g++) {
            known += ofGroups.get(g) > 0 ? 1 : 0;
            largest = Math.max(largest, ofGroups.get(g));
        }
        return ofGroups.isEmpty() || groups == 0 || (known >= groups && count - largest >= people);
    }
}
