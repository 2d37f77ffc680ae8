package org.peercircle.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peercircle.report.Edition.Population;

/**
 * All that was ever shown of a report, which a further edition must not be held against (laws D11, D12). Whoever is told
 * from others by rows of all editions together is one of enough; and each number that was shown is shown anew, as it was or
 * changed by so many that no group can tell who of the others it was. So no two editions can be held against each other as
 * if nothing had happened in between.
 */
final class Ledger {

    private final ImmutableList<Edition> editions;
    private final ImmutableMap<Integer, Contributor> people;
    private final SuppressionRule rule;

    Ledger(ImmutableList<Edition> editions, Collection<Contributor> people, SuppressionRule rule) {
        this.editions = editions;
        this.people = people.stream().collect(ImmutableMap.toImmutableMap(Contributor::number, p -> p));
        this.rule = rule;
    }

    /** Whether this may be shown after all that was. */
    boolean allows(SuppressedTable table, ImmutableList<Population> populations) {
        return everybodyStaysAmongEnough(populations)
                && editions.stream().allMatch(shown -> changedEnough(shown, table, populations));
    }

    /** People who are in the same row of each edition can't be told apart; those of each kind must be enough. */
    private boolean everybodyStaysAmongEnough(ImmutableList<Population> populations) {
        Map<Integer, List<ImmutableList<String>>> told = new HashMap<>();
        for (int i = 0; i <= editions.size(); i++) {
            String edition = String.valueOf(i);
            for (Population row : i < editions.size() ? editions.get(i).populations() : populations) {
                ImmutableList<String> where = ImmutableList.<String>builder()
                        .add(edition)
                        .addAll(row.row())
                        .build();
                row.people()
                        .forEach(person -> told.computeIfAbsent(person, p -> new ArrayList<>())
                                .add(where));
            }
        }
        Map<List<ImmutableList<String>>, List<Contributor>> alike = new HashMap<>();
        told.forEach((person, rows) ->
                alike.computeIfAbsent(rows, r -> new ArrayList<>()).add(contributor(person)));
        return alike.values().stream().allMatch(some -> Pooling.isEnough(some, rule));
    }

    /** Of those who are counted no longer the groups are not known any more: each could be known to somebody. */
    private Contributor contributor(int number) {
        Contributor known = people.get(number);
        return known == null
                ? new Contributor(number, ImmutableList.of(), ImmutableSet.of("gone " + number), ImmutableList.of())
                : known;
    }

    /** Whether each number that was shown is shown anew, as it was or changed by enough: none is held against this table. */
    private boolean changedEnough(Edition shown, SuppressedTable table, ImmutableList<Population> populations) {
        return shown.table().cells().stream()
                .filter(cell -> !cell.column().isEmpty() && !cell.isHidden())
                .allMatch(cell -> {
                    OptionalInt now = sum(table, cell.row(), cell.column());
                    int enough = rule.people()
                            + ofOneGroup(Sets.union(
                                    peopleIn(cell.row(), shown.populations()), peopleIn(cell.row(), populations)));
                    int changed = now.isPresent()
                            ? Math.abs(now.getAsInt() - cell.people().orElseThrow())
                            : 1;
                    return changed == 0 || changed >= enough;
                });
    }

    private static Set<Integer> peopleIn(ImmutableList<String> row, ImmutableList<Population> populations) {
        return populations.stream()
                .filter(population -> isIn(population.row(), row))
                .flatMap(population -> population.people().stream())
                .collect(Collectors.toSet());
    }

    /** How many of these could be of one group, which knows who of its own has changed (law D6). */
    private int ofOneGroup(Set<Integer> numbers) {
        List<Contributor> known = numbers.stream()
                .flatMap(number -> Stream.ofNullable(people.get(number)))
                .toList();
        return Contributor.ofEachGroup(known).entrySet().stream()
                .mapToInt(Multiset.Entry::getCount)
                .max()
                .orElse(0);
    }

    /** How many are in this row and category, where that can be added up of what is shown. */
    private static OptionalInt sum(SuppressedTable table, ImmutableList<String> row, ImmutableList<String> category) {
        List<SuppressedTable.Cell> parts = table.cells().stream()
                .filter(cell -> cell.row().equals(row) && isIn(cell.column(), category))
                .toList();
        return parts.isEmpty() || parts.stream().anyMatch(SuppressedTable.Cell::isHidden)
                ? OptionalInt.empty()
                : OptionalInt.of(parts.stream()
                        .mapToInt(cell -> cell.people().orElseThrow())
                        .sum());
    }

    private static boolean isIn(ImmutableList<String> path, ImmutableList<String> whole) {
        return path.size() >= whole.size() && path.subList(0, whole.size()).equals(whole);
    }
}
