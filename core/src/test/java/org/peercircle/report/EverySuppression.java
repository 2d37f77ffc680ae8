package org.peercircle.report;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries every choice of cells to hide, in the plainest way: numbers of a table of up to four by four, without levels and
 * groups. What a hidden cell can be is found by moving one person at a time around the table.
 */
final class EverySuppression {

    private final SuppressionRule rule;
    private final int height;
    private final int width;
    private final boolean totalsKnown;
    /** Counts with totals in the last row and column, where there are any. */
    private final int[][] counts;

    private final List<int[]> candidates = new ArrayList<>();
    private long best = Long.MAX_VALUE;

    EverySuppression(CountTable table, SuppressionRule rule) {
        this.rule = rule;
        this.height = table.rows().isNone() ? 0 : table.rows().categories().size();
        this.width = table.columns().isNone() ? 0 : table.columns().categories().size();
        this.totalsKnown = table.totalsKnown();
        this.counts = new int[height + 1][width + 1];
        ImmutableList<ImmutableList<Integer>> inner = Tables.inner(table);
        for (int r = 0; r < inner.size(); r++) {
            for (int c = 0; c < inner.get(r).size(); c++) {
                int n = inner.get(r).get(c);
                counts[height][width] += n;
                if (height > 0) {
                    counts[r][width] += n;
                }
                if (width > 0) {
                    counts[height][c] += n;
                }
                if (height > 0 && width > 0) {
                    counts[r][c] += n;
                }
            }
        }
    }

    /** People in hidden cells, totals counted too, of the best choice of all. */
    long fewestHidden() {
        boolean[][] hidden = new boolean[height + 1][width + 1];
        long everything = 0;
        long forced = 0;
        for (int r = 0; r <= height; r++) {
            for (int c = 0; c <= width; c++) {
                everything += counts[r][c];
                boolean known = totalsKnown && c == width;
                hidden[r][c] = !known && !isEnough(counts[r][c]);
                forced += hidden[r][c] ? counts[r][c] : 0;
                if (!known && !hidden[r][c] && !(r == height && c == width)) {
                    candidates.add(new int[] {r, c});
                }
            }
        }
        best = everything;
        if (!hidden[height][width]) {
            candidates.sort((a, b) -> Integer.compare(counts[b[0]][b[1]], counts[a[0]][a[1]]));
            descend(hidden, 0, forced);
        }
        return best;
    }

    private void descend(boolean[][] hidden, int next, long cost) {
        if (cost >= best) {
            return;
        }
        if (next == candidates.size()) {
            if (isSafe(hidden)) {
                best = cost;
            }
            return;
        }
        int[] at = candidates.get(next);
        descend(hidden, next + 1, cost);
        hidden[at[0]][at[1]] = true;
        descend(hidden, next + 1, cost + counts[at[0]][at[1]]);
        hidden[at[0]][at[1]] = false;
    }

    private boolean isEnough(int people) {
        return people >= rule.people() || (people == 0 && rule.showsZeros());
    }

    private boolean isSafe(boolean[][] hidden) {
        return linesHideEnough(hidden) && everyHiddenIsOpen(hidden);
    }

    private boolean linesHideEnough(boolean[][] hidden) {
        for (int r = 0; r <= height && width > 0; r++) {
            int sum = 0;
            boolean any = false;
            boolean all = true;
            for (int c = 0; c < width; c++) {
                any |= hidden[r][c];
                all &= hidden[r][c];
                sum += hidden[r][c] ? counts[r][c] : 0;
            }
            boolean newlyTold = !(totalsKnown && all);
            if (any && newlyTold && !hidden[r][width] && !isEnough(sum)) {
                return false;
            }
        }
        for (int c = 0; c <= width && height > 0; c++) {
            int sum = 0;
            boolean any = false;
            for (int r = 0; r < height; r++) {
                any |= hidden[r][c];
                sum += hidden[r][c] ? counts[r][c] : 0;
            }
            if (any && !hidden[height][c] && !isEnough(sum)) {
                return false;
            }
        }
        return true;
    }

    private boolean everyHiddenIsOpen(boolean[][] hidden) {
        for (int r = 0; r <= height; r++) {
            for (int c = 0; c <= width; c++) {
                if (hidden[r][c] && greatest(hidden, r, c, 1) + greatest(hidden, r, c, -1) < rule.width()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** By how much a cell can grow, or shrink, one at a time, up to the width that is asked for. */
    private int greatest(boolean[][] hidden, int row, int column, int direction) {
        int[][] now = new int[height + 1][];
        for (int r = 0; r <= height; r++) {
            now[r] = counts[r].clone();
        }
        int moved = 0;
        while (moved < rule.width() && (direction > 0 || now[row][column] > 0)) {
            boolean[][] used = new boolean[height + 1][width + 1];
            used[row][column] = true;
            now[row][column] += direction;
            boolean closed = width == 0
                    ? balance(hidden, now, used, row, column, false, direction, -1)
                    : balance(hidden, now, used, row, column, true, direction, column);
            if (!closed) {
                return moved;
            }
            moved++;
        }
        return moved;
    }

    /**
     * A change of one cell unsettles its row's sum and its column's; follows the row's, then a column's, and so on, until
     * the first column is settled. A total counts against its parts.
     */
    private boolean balance(
            boolean[][] hidden,
            int[][] now,
            boolean[][] used,
            int row,
            int column,
            boolean alongRow,
            int change,
            int home) {
        if (alongRow ? width == 0 : column == home || height == 0) {
            return true;
        }
        int length = alongRow ? width : height;
        for (int i = 0; i <= length; i++) {
            int r = alongRow ? row : i;
            int c = alongRow ? i : column;
            boolean sameSide = (i == length) == ((alongRow ? column : row) == length);
            int needed = sameSide ? -change : change;
            if (hidden[r][c] && !used[r][c] && now[r][c] + needed >= 0) {
                used[r][c] = true;
                now[r][c] += needed;
                if (balance(hidden, now, used, r, c, !alongRow, needed, home)) {
                    return true;
                }
                now[r][c] -= needed;
            }
        }
        return false;
    }
}
