package org.peercircle.report;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Tables to protect, and what can be said of them in the plainest way. */
final class Tables {

    private Tables() {}

    /** Tables of one or two dimensions, up to {@code most} by {@code most}. */
    static Arbitrary<CountTable> upTo(int most, int greatest) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, most),
                        Arbitraries.integers().between(1, most))
                .flatAs((height, width) -> exactly(height, width, greatest));
    }

    static Arbitrary<CountTable> exactly(int height, int width, int greatest) {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.integers().between(0, greatest)),
                        Tuple.of(1, Arbitraries.integers().between(0, 3)))
                .list()
                .ofSize(height * width)
                .map(counts -> of(height, width, counts));
    }

    /** Tables whose rows are schools with departments. */
    static Arbitrary<CountTable> nested() {
        return Arbitraries.integers()
                .between(0, 14)
                .list()
                .ofSize(15)
                .map(counts -> fill(
                        CountTable.by(
                                Dimension.nested(
                                        "department",
                                        List.of(
                                                List.of("Arts", "History"),
                                                List.of("Arts", "Music"),
                                                List.of("Science", "Biology"),
                                                List.of("Science", "Chemistry"),
                                                List.of("Science", "Physics"))),
                                names("month", 3)),
                        5,
                        3,
                        counts));
    }

    /** Tables in which it is known of which group everybody is. */
    static Arbitrary<CountTable> withGroups() {
        return Arbitraries.integers().between(0, 9).list().ofSize(3 * 3 * 4).map(counts -> {
            CountTable.Builder table = CountTable.by(names("r", 3), names("c", 3));
            for (int i = 0; i < counts.size(); i++) {
                table.people(i / 4 / 3, i / 4 % 3, counts.get(i), "group " + i % 4);
            }
            return table.build();
        });
    }

    /** Tables of enough people in each row of enough groups, of which everybody knows how many are in each row. */
    static Arbitrary<CountTable> withKnownTotals() {
        return Arbitraries.integers().between(0, 6).list().ofSize(3 * 3 * 4).map(counts -> {
            CountTable.Builder table =
                    CountTable.by(names("r", 3), names("c", 3)).totalsKnown();
            for (int i = 0; i < counts.size(); i++) {
                table.people(i / 4 / 3, i / 4 % 3, counts.get(i), "group " + i % 4);
            }
            for (int row = 0; row < 3; row++) {
                for (int group = 0; group < 3; group++) {
                    table.people(row, group, 5, "group " + group);
                }
            }
            return table.build();
        });
    }

    static Arbitrary<SuppressionRule> rules() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(true, false))
                .as((people, width, zeros) -> new SuppressionRule(people, 0, width, zeros));
    }

    static CountTable of(int height, int width, List<Integer> counts) {
        Dimension rows = height == 1 ? Dimension.none() : names("r", height);
        Dimension columns = width == 1 ? Dimension.none() : names("c", width);
        return fill(CountTable.by(rows, columns), height, width, counts);
    }

    static CountTable of(int[][] counts) {
        return of(
                counts.length,
                counts[0].length,
                Arrays.stream(counts).flatMapToInt(Arrays::stream).boxed().toList());
    }

    static Dimension names(String prefix, int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(prefix + i);
        }
        return Dimension.of(prefix, names);
    }

    /** What a number of the table is, worked out of the cells of its rows and columns. */
    static int sum(SuppressedTable shown, SuppressedTable.Cell cell, ImmutableList<? extends List<Integer>> inner) {
        int sum = 0;
        for (int r = 0; r < inner.size(); r++) {
            for (int c = 0; c < inner.get(r).size(); c++) {
                if (isIn(shown.rows().categories().get(r), cell.row())
                        && isIn(shown.columns().categories().get(c), cell.column())) {
                    sum += inner.get(r).get(c);
                }
            }
        }
        return sum;
    }

    static ImmutableList<ImmutableList<Integer>> inner(CountTable table) {
        return inner(table, null);
    }

    static ImmutableList<ImmutableList<Integer>> inner(CountTable table, @Nullable String group) {
        ImmutableList.Builder<ImmutableList<Integer>> rows = ImmutableList.builder();
        for (int r = 0; r < table.rows().categories().size(); r++) {
            ImmutableList.Builder<Integer> row = ImmutableList.builder();
            for (int c = 0; c < table.columns().categories().size(); c++) {
                row.add(group == null ? table.count(r, c) : table.count(Objects.requireNonNull(group), r, c));
            }
            rows.add(row.build());
        }
        return rows.build();
    }

    static boolean isIn(List<String> path, List<String> of) {
        return of.size() <= path.size() && path.subList(0, of.size()).equals(of);
    }

    private static CountTable fill(CountTable.Builder table, int height, int width, List<Integer> counts) {
        for (int i = 0; i < height * width; i++) {
            table.people(i / width, i % width, counts.get(i));
        }
        return table.build();
    }
}
