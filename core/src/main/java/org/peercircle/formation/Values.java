package org.peercircle.formation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A trait's values as small numbers, an array an entrant. */
final class Values {

    private final int[][] codes;
    private final Map<String, Integer> codeOf = new HashMap<>();
    private final int[] scratch;

    Values(List<Entrant> entrants, String trait) {
        this.codes = new int[entrants.size()][];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = entrants.get(i).values(trait).stream()
                    .mapToInt(value -> codeOf.computeIfAbsent(value, v -> codeOf.size()))
                    .toArray();
        }
        this.scratch = new int[codeOf.size()];
    }

    int[] of(int entrant) {
        return codes[entrant];
    }

    int size() {
        return scratch.length;
    }

    /** The number of a value, or -1 if nobody has it. */
    int codeOf(String value) {
        return codeOf.getOrDefault(value, -1);
    }

    /** Takes what a count has come to so far, and gives it on. */
    interface Fold {
        int apply(int sum, int value, int count);
    }

    /** Counts the members of each value that occurs, and folds the counts. Leaves no trace; one thread at a time. */
    int fold(int[] members, int count, Fold fold) {
        for (int i = 0; i < count; i++) {
            for (int code : codes[members[i]]) {
                scratch[code]++;
            }
        }
        int sum = 0;
        for (int i = 0; i < count; i++) {
            for (int code : codes[members[i]]) {
                if (scratch[code] > 0) {
                    sum = fold.apply(sum, code, scratch[code]);
                    scratch[code] = 0;
                }
            }
        }
        return sum;
    }
}
