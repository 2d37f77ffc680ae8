package org.peercircle.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.peercircle.internal.Arguments;
import org.peercircle.report.Edition.Population;

/** A table of a report that could be shown, and who is in its rows. */
record Candidate(SuppressedTable table, ImmutableList<Population> populations) {

    /**
     * Returns one for each level of units and categories, the finest first (law D14).
     *
     * @param levels the finest level of units; 0 to count all together
     */
    static List<Candidate> all(ReportKind kind, List<Contributor> people, int levels, SuppressionRule rule) {
        List<Candidate> all = new ArrayList<>();
        for (int level = levels; level >= 0; level--) {
            SortedMap<ImmutableList<String>, List<Contributor>> rows = rows(people, level, rule);
            for (int detail = kind.categories().levels(); detail >= 1; detail--) {
                all.add(new Candidate(rule.protect(table(rows, kind.categories().upTo(detail))), populations(rows)));
            }
        }
        return all;
    }

    /** Whether it shows more than how many there are, which is known. */
    boolean saysAnything() {
        return table.cells().stream()
                .anyMatch(cell -> !cell.column().isEmpty()
                        && (!cell.isHidden() || cell.band().isPresent()));
    }

    private static SortedMap<ImmutableList<String>, List<Contributor>> rows(
            List<Contributor> people, int level, SuppressionRule rule) {
        ImmutableMap<Integer, ImmutableList<String>> rows =
                level == 0 ? ImmutableMap.of() : Pooling.rows(people, level, rule);
        return people.stream()
                .collect(Collectors.groupingBy(
                        p -> rows.getOrDefault(p.number(), ImmutableList.of()),
                        () -> new TreeMap<>(Comparator.comparing(Object::toString)),
                        Collectors.toList()));
    }

    private static CountTable table(SortedMap<ImmutableList<String>, List<Contributor>> rows, Dimension categories) {
        boolean isTotal = rows.firstKey().isEmpty();
        Dimension units = isTotal ? Dimension.none() : Dimension.nested("unit", rows.keySet());
        CountTable.Builder table = CountTable.by(units, categories).totalsKnown();
        int row = 0;
        for (List<Contributor> people : rows.values()) {
            for (Contributor person : people) {
                int column = categories.categories().indexOf(person.category().subList(0, categories.levels()));
                Arguments.require(column >= 0, "category", "be one of " + categories.categories(), person.category());
                table.person(row, column, person.groups());
            }
            row++;
        }
        return table.build();
    }

    private static ImmutableList<Population> populations(SortedMap<ImmutableList<String>, List<Contributor>> rows) {
        return rows.entrySet().stream()
                .map(row -> new Population(
                        row.getKey(),
                        row.getValue().stream()
                                .map(Contributor::number)
                                .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()))))
                .collect(ImmutableList.toImmutableList());
    }
}
