package org.peercircle.formation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A trait's values as small numbers, a sorted array an entrant. */
final class Values {

    private final int[][] codes;
    private final Map<String, Integer> codeOf = new HashMap<>();
    private final int[] scratch;

    Values(List<Entrant> entrants, String trait) {
        this(entrants, entrant -> entrant.values(trait).stream());
    }

    Values(List<Entrant> entrants, Function<Entrant, Stream<String>> values) {
        this.codes = new int[entrants.size()][];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = values.apply(entrants.get(i))
                    .mapToInt(value -> codeOf.computeIfAbsent(value, v -> codeOf.size()))
                    .distinct()
                    .sorted()
                    .toArray();
        }
        this.scratch = new int[codeOf.size()];
    }

    int[] of(int entrant) {
        return codes[entrant];
    }

    /** The number of a value, or -1 if nobody has it. */
    int codeOf(String value) {
        return codeOf.getOrDefault(value, -1);
    }

    boolean has(int entrant, int value) {
        for (int code : codes[entrant]) {
            if (code == value) {
                return true;
            }
        }
        return false;
    }

    boolean share(int one, int other) {
        return common(one, other) > 0;
    }

    /** How many values two entrants have in common. */
    int common(int one, int other) {
        int[] some = codes[one];
        int[] others = codes[other];
        int common = 0;
        for (int a = 0, b = 0; a < some.length && b < others.length; ) {
            int order = some[a] - others[b];
            common += order == 0 ? 1 : 0;
            a += order <= 0 ? 1 : 0;
            b += order >= 0 ? 1 : 0;
        }
        return common;
    }

    /** The most members of a row that share a value, with one gone and one come. One thread at a time. */
    int mostOfOne(Seats seats, int row, int out, int in) {
        Arrays.fill(scratch, 0);
        int most = in == Term.NOBODY ? 0 : count(in, 0);
        int[] members = seats.members(row);
        for (int k = 0, count = seats.count(row); k < count; k++) {
            if (members[k] != out) {
                most = count(members[k], most);
            }
        }
        return most;
    }

    private int count(int entrant, int most) {
        int more = most;
        for (int code : codes[entrant]) {
            more = Math.max(more, ++scratch[code]);
        }
        return more;
    }
}
