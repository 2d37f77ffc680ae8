package org.peercircle.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.peercircle.report.SuppressedTable.Cell;
import org.peercircle.report.SuppressedTable.Witness;

/** Laws D2 to D6 and D14 to D18 of tables of counts. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class SuppressionProperties {

    @Property
    void D2_a_number_is_shown_if_enough_people_stand_behind_it(
            @ForAll("tables") CountTable table, @ForAll("rules") SuppressionRule rule) {
        SuppressedTable shown = rule.protect(table);
        for (Cell cell : shown.cells()) {
            int people = Tables.sum(shown, cell, Tables.inner(table));
            cell.people().ifPresent(number -> assertThat(number).isEqualTo(people));
            if (!cell.isHidden()) {
                assertThat(people >= rule.people() || (people == 0 && rule.showsZeros()))
                        .as(cell.toString())
                        .isTrue();
            }
        }
    }

    @Property
    void D3_hidden_parts_of_a_shown_total_are_none_or_enough(
            @ForAll("tables") CountTable table, @ForAll("rules") SuppressionRule rule) {
        SuppressedTable shown = rule.protect(table);
        for (Cell total : shown.cells()) {
            for (List<Cell> parts : List.of(partsByRow(shown, total), partsByColumn(shown, total))) {
                int hidden = parts.stream()
                        .filter(Cell::isHidden)
                        .mapToInt(c -> Tables.sum(shown, c, Tables.inner(table)))
                        .sum();
                if (!total.isHidden() && parts.stream().anyMatch(Cell::isHidden)) {
                    assertThat(hidden >= rule.people() || (hidden == 0 && rule.showsZeros()))
                            .as(total + " of " + parts)
                            .isTrue();
                }
            }
        }
    }

    @Property
    void D5_for_each_hidden_number_there_are_two_tables_that_agree_with_all_that_is_shown(
            @ForAll("tables") CountTable table, @ForAll("rules") SuppressionRule rule) {
        SuppressedTable shown = rule.protect(table);
        for (Cell hidden : shown.cells()) {
            if (hidden.isHidden() && !shown.showsNothing()) {
                Witness first = hidden.witnesses().get(0);
                assertAgrees(shown, first.low());
                assertAgrees(shown, first.high());
                assertThat(Tables.sum(shown, hidden, first.high()) - Tables.sum(shown, hidden, first.low()))
                        .isGreaterThanOrEqualTo(rule.width());
            }
        }
    }

    @Property(tries = 300)
    void D4_D6_nor_can_a_group_that_knows_its_own_work_it_out(@ForAll("groups") CountTable table) {
        SuppressionRule rule = new SuppressionRule(5, 3, 5, false);
        SuppressedTable shown = rule.protect(table);
        for (Cell cell : shown.cells()) {
            for (String group : table.groups()) {
                int own = Tables.sum(shown, cell, Tables.inner(table, group));
                cell.people().ifPresent(number -> assertThat(number - own).isGreaterThanOrEqualTo(rule.people()));
                if (cell.isHidden() && !shown.showsNothing()) {
                    assertThat(cell.witnesses())
                            .as(cell + " for " + group)
                            .anyMatch(w -> holdsFor(shown, w, cell, rule, Tables.inner(table, group)));
                }
            }
            cell.witnesses().forEach(w -> {
                assertAgrees(shown, w.low());
                assertAgrees(shown, w.high());
            });
        }
    }

    @Property(tries = 300)
    void D4_D6_nor_where_it_is_known_how_many_are_in_each_row(@ForAll("known") CountTable table) {
        D4_D6_nor_can_a_group_that_knows_its_own_work_it_out(table);
        SuppressedTable shown = new SuppressionRule(5, 3, 5, false).protect(table);
        assertThat(shown.cells()).filteredOn(c -> c.column().isEmpty()).noneMatch(Cell::isHidden);
        for (Cell row : shown.cells()) {
            List<Cell> parts = partsByColumn(shown, row);
            int hidden = parts.stream()
                    .filter(Cell::isHidden)
                    .mapToInt(c -> Tables.sum(shown, c, Tables.inner(table)))
                    .sum();
            assertThat(hidden == 0 || hidden >= 5).as("what is left of " + row).isTrue();
        }
    }

    @Property(tries = 300)
    void D7_no_category_is_shown_that_nobody_everybody_or_all_but_a_few_are_in(@ForAll("known") CountTable table) {
        SuppressedTable shown = new SuppressionRule(5, 3, 5, false).protect(table);
        for (Cell cell : shown.cells()) {
            int all = shown.cells().stream()
                    .filter(total ->
                            total.row().equals(cell.row()) && total.column().isEmpty())
                    .mapToInt(total -> total.people().orElseThrow())
                    .sum();
            if (!cell.column().isEmpty() && !cell.isHidden()) {
                assertThat(cell.people().orElseThrow()).as(cell.toString()).isBetween(5, all - 5);
            }
        }
    }

    /** Shares of many, so that bands can be said: rows of some hundred, of which most are in one category or two. */
    private static CountTable skewed(Random random) {
        int rows = 1 + random.nextInt(3);
        int columns = 2 + random.nextInt(3);
        CountTable.Builder table =
                CountTable.by(rows == 1 ? Dimension.none() : Tables.names("r", rows), Tables.names("c", columns));
        if (random.nextBoolean()) {
            table.totalsKnown();
        }
        int groups = 3 + random.nextInt(6);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int most = List.of(1, 3, 8, 120).get(random.nextInt(4));
                for (int people = random.nextInt(most); people > 0; people--) {
                    table.people(r, c, 1, "group " + random.nextInt(groups));
                }
            }
        }
        return table.build();
    }

    @Property(tries = 1000)
    void D7_where_a_share_is_said_all_that_is_hidden_stays_open(@ForAll Random random) {
        CountTable table = skewed(random);
        SuppressionRule rule = new SuppressionRule(5, 3, 5, false).withBands();
        SuppressedTable shown = rule.protect(table);
        assertThat(look(shown)).isEqualTo(look(new SuppressionRule(5, 3, 5, false).protect(table)));
        List<Cell> said =
                shown.cells().stream().filter(c -> c.band().isPresent()).toList();
        for (Cell cell : said) {
            assertThat(cell.isHidden()).isTrue();
            assertThat(keepsTo(shown, cell, Tables.inner(table)))
                    .as("true of " + cell)
                    .isTrue();
        }
        for (Cell cell : shown.cells()) {
            if (cell.isHidden() && !shown.showsNothing()) {
                assertThat(Tables.sum(shown, cell, cell.witnesses().get(0).high())
                                - Tables.sum(
                                        shown, cell, cell.witnesses().get(0).low()))
                        .isGreaterThanOrEqualTo(rule.width());
                for (String group : table.groups()) {
                    assertThat(cell.witnesses())
                            .as(cell + " for " + group)
                            .anyMatch(w -> holdsFor(shown, w, cell, rule, Tables.inner(table, group)));
                }
            }
            for (Witness witness : cell.witnesses()) {
                for (ImmutableList<ImmutableList<Integer>> inner : List.of(witness.low(), witness.high())) {
                    assertAgrees(shown, inner);
                    assertThat(said).allMatch(c -> keepsTo(shown, c, inner));
                }
            }
        }
        Statistics.label("bands").collect(said.isEmpty() ? "none" : "some");
        Statistics.label("bands").coverage(coverage -> coverage.check("some").percentage(p -> p > 5));
    }

    /** Where shares of a row are said, its other hidden numbers can be taken to be neither small nor nearly all. */
    @Property(tries = 1000)
    void D7_what_is_not_said_of_the_others_of_a_row_gives_nothing_away(@ForAll Random random) {
        SuppressedTable shown = new SuppressionRule(5, 3, 5, false).withBands().protect(skewed(random));
        for (Cell said : shown.cells()) {
            if (said.band().isPresent()) {
                for (Cell other : shown.cells()) {
                    if (other.row().equals(said.row())
                            && !other.column().isEmpty()
                            && other.isHidden()
                            && other.band().isEmpty()) {
                        assertThat(shown.cells().stream().flatMap(c -> c.witnesses().stream()))
                                .allMatch(w -> isMiddling(shown, other, said, w.low())
                                        && isMiddling(shown, other, said, w.high()));
                    }
                }
            }
        }
    }

    private static boolean isMiddling(
            SuppressedTable shown, Cell cell, Cell said, ImmutableList<ImmutableList<Integer>> inner) {
        Band band = said.band().orElseThrow();
        int small = band.isAtMost() ? band.percent() : 100 - band.percent();
        int number = Tables.sum(shown, cell, inner);
        int all = rowTotal(shown, cell, inner);
        return 100 * number > small * all && 100 * number < (100 - small) * all;
    }

    private static boolean keepsTo(SuppressedTable shown, Cell cell, ImmutableList<ImmutableList<Integer>> inner) {
        Band band = cell.band().orElseThrow();
        int number = 100 * Tables.sum(shown, cell, inner);
        int bound = band.percent() * rowTotal(shown, cell, inner);
        return band.isAtMost() ? number <= bound : number >= bound;
    }

    private static int rowTotal(SuppressedTable shown, Cell cell, ImmutableList<ImmutableList<Integer>> inner) {
        return shown.cells().stream()
                .filter(c -> c.row().equals(cell.row()) && c.column().isEmpty())
                .mapToInt(c -> Tables.sum(shown, c, inner))
                .sum();
    }

    /** Of so many, all but one are in one category. */
    private static List<String> allButOne(int all, SuppressionRule rule) {
        CountTable table = CountTable.by(Dimension.none(), Dimension.of("plan", List.of("reached", "not yet")))
                .totalsKnown()
                .people(0, 0, all - 1)
                .people(0, 1, 1)
                .build();
        return rule.withBands().protect(table).cells().stream()
                .filter(c -> !c.column().isEmpty())
                .map(Cell::entry)
                .toList();
    }

    @Example
    void D7_nearly_all_is_said_as_a_share_that_leaves_room() {
        SuppressionRule rule = SuppressionRule.of(Thresholds.EDUCATION);
        assertThat(List.of(24, 25, 50, 120, 400, 2000))
                .map(all -> allButOne(all, rule))
                .containsExactly(
                        List.of("*", "*"),
                        List.of("≥80%", "≤20%"),
                        List.of("≥80%", "≤20%"),
                        List.of("≥90%", "≤10%"),
                        List.of("≥95%", "≤5%"),
                        List.of("≥99%", "≤1%"));
    }

    @Example
    void D7_a_share_is_never_said_more_exactly_than_of_so_many_is_allowed() {
        SuppressionRule narrow = new SuppressionRule(5, 0, 1, false);
        assertThat(List.of(19, 20, 39, 40, 99, 100, 299, 300))
                .map(all -> allButOne(all, narrow).get(1))
                .containsExactly("≤20%", "≤10%", "≤10%", "≤5%", "≤5%", "≤2%", "≤2%", "≤1%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Band(true, 100))
                .withMessage("percent must be from 1 to 99, but was 100");
    }

    @Property(tries = 150)
    void D17_nor_are_more_hidden_than_need_be_where_totals_are_known(
            @ForAll("small") CountTable counts, @ForAll("rules") SuppressionRule rule) {
        CountTable.Builder builder =
                CountTable.by(counts.rows(), counts.columns()).totalsKnown();
        for (int r = 0; r < counts.rows().categories().size(); r++) {
            for (int c = 0; c < counts.columns().categories().size(); c++) {
                builder.people(r, c, counts.count(r, c));
            }
        }
        CountTable table = builder.build();
        if (!counts.columns().isNone()) {
            assertThat(rule.protect(table).hiddenPeople()).isEqualTo(new EverySuppression(table, rule).fewestHidden());
        }
    }

    @Property(tries = 150)
    void D17_as_few_people_are_hidden_as_can_be(
            @ForAll("small") CountTable table, @ForAll("rules") SuppressionRule rule) {
        SuppressedTable shown = rule.protect(table);
        assertThat(shown.hiddenPeople()).isEqualTo(new EverySuppression(table, rule).fewestHidden());
    }

    @Property(tries = 300)
    void D17_on_four_by_four_too(@ForAll("four") CountTable table) {
        SuppressionRule rule = new SuppressionRule(5, 0, 5, false);
        SuppressedTable shown = rule.protect(table);
        assertThat(shown.hiddenPeople()).isEqualTo(new EverySuppression(table, rule).fewestHidden());
    }

    @Property
    void D17_where_all_may_be_shown_nothing_is_hidden(@ForAll("tables") CountTable table) {
        SuppressionRule rule = new SuppressionRule(1, 0, 5, true);
        assertThat(rule.protect(table).cells()).noneMatch(Cell::isHidden);
    }

    @Property(tries = 300)
    void large_tables_are_safe_too_and_hide_little_more(
            @ForAll("tables") CountTable table, @ForAll("rules") SuppressionRule rule) {
        Grid grid = new Grid(table);
        Safety safety = new Safety(grid, rule);
        BitSet primaries = safety.primaries();
        BitSet cheap = new CheapHiding(grid, safety, primaries).find();
        if (!primaries.get(grid.grand) && cheap != null) {
            BitSet hidden = cheap;
            assertThat(hidden.stream().filter(e -> grid.edge(e).published()))
                    .allMatch(e -> safety.witnesses(e, hidden) != null);
            assertThat(grid.sums).noneMatch(sum -> safety.reveals(sum, hidden));
            BitSet least = new FewestHidden(grid, safety, primaries).find();
            assertThat(people(grid, hidden)).isGreaterThanOrEqualTo(people(grid, Objects.requireNonNull(least)));
        }
    }

    @Property(tries = 300)
    void D15_the_order_of_rows_and_columns_does_not_matter(
            @ForAll("small") CountTable table, @ForAll("rules") SuppressionRule rule, @ForAll Random random) {
        List<Integer> rows = shuffled(table.rows().categories().size(), random);
        List<Integer> columns = shuffled(table.columns().categories().size(), random);
        int[][] counts = new int[rows.size()][columns.size()];
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                counts[r][c] = table.count(rows.get(r), columns.get(c));
            }
        }
        assertThat(rule.protect(Tables.of(counts)).hiddenPeople())
                .isEqualTo(rule.protect(table).hiddenPeople());
    }

    @Property(tries = 300)
    void D16_what_is_protected_stays_as_it_is(
            @ForAll("small") CountTable table, @ForAll("rules") SuppressionRule rule) {
        Grid grid = new Grid(table);
        Safety safety = new Safety(grid, rule);
        BitSet primaries = safety.primaries();
        BitSet once = primaries.get(grid.grand) ? null : new FewestHidden(grid, safety, primaries).find();
        if (once != null) {
            assertThat(new FewestHidden(grid, safety, once).find()).isEqualTo(once);
        }
    }

    @Property(tries = 300)
    void D18_tables_that_agree_on_what_is_seen_are_printed_alike(
            @ForAll("tables") CountTable table, @ForAll("rules") SuppressionRule rule) {
        SuppressedTable shown = rule.protect(table);
        for (Cell hidden : shown.cells()) {
            for (Witness witness : hidden.witnesses()) {
                SuppressedTable other = rule.protect(with(table, witness.high()));
                if (look(other).equals(look(shown))) {
                    assertThat(other.asText()).isEqualTo(shown.asText());
                    assertThat(other.asHtml()).isEqualTo(shown.asHtml());
                    assertThat(other.asCsv()).isEqualTo(shown.asCsv());
                    assertThat(other.asJson()).isEqualTo(shown.asJson());
                    assertThat(other.asSvg()).isEqualTo(shown.asSvg());
                }
            }
        }
    }

    @Property(tries = 300)
    void D14_it_is_coarsened_before_anything_is_hidden(@ForAll("nested") CountTable table) {
        SuppressionRule rule = new SuppressionRule(5, 0, 5, false);
        SuppressedTable fine = rule.protect(table);
        SuppressedTable coarse = rule.protect(table.at(1, 1));
        SuppressedTable shown = rule.coarsenAndProtect(table);
        if (fine.cells().stream().noneMatch(Cell::isHidden)) {
            assertThat(shown.rows().levels()).isEqualTo(2);
        } else if (coarse.cells().stream().noneMatch(Cell::isHidden)) {
            assertThat(shown.rows().levels()).isEqualTo(1);
        }
        assertThat(shown.hiddenPeople()).isEqualTo(Math.min(fine.hiddenPeople(), coarse.hiddenPeople()));
    }

    /** Every row and column with a hidden number has two, and yet one of them follows from the totals. */
    @Example
    void two_hidden_in_every_line_do_not_protect() {
        CountTable table = Tables.of(new int[][] {
            {1, 2, 30, 40, 50}, {3, 2, 1, 41, 51}, {31, 32, 2, 1, 52}, {33, 34, 3, 2, 53}, {35, 36, 37, 38, 54}
        });
        Grid grid = new Grid(table);
        SuppressionRule rule = new SuppressionRule(5, 0, 5, false);
        Safety safety = new Safety(grid, rule);
        BitSet hidden = safety.primaries();
        hidden.or(safety.unpublished());
        int bridge = cell(grid, "r1", "c2");
        assertThat(hidden.get(bridge)).isTrue();
        assertThat(safety.witnesses(bridge, hidden)).isNull();
        assertThat(rule.protect(table).cells())
                .filteredOn(Cell::isHidden)
                .hasSizeGreaterThan(9)
                .allMatch(c -> !c.witnesses().isEmpty());
    }

    /** Bounds of each line alone leave room that all lines together do not. */
    @Example
    void bounds_line_by_line_do_not_protect() {
        CountTable table = Tables.of(new int[][] {{4, 0, 20}, {0, 4, 20}, {20, 20, 20}});
        Grid grid = new Grid(table);
        SuppressionRule wide = new SuppressionRule(5, 0, 5, true);
        Safety safety = new Safety(grid, wide);
        BitSet hidden = safety.unpublished();
        List.of("r0 c0", "r0 c1", "r1 c0", "r1 c1")
                .forEach(place -> hidden.set(cell(grid, place.substring(0, 2), place.substring(3))));
        int first = cell(grid, "r0", "c0");
        assertThat(safety.witnesses(first, hidden)).isNull();
        assertThat(wide.protect(table).cells())
                .filteredOn(Cell::isHidden)
                .isNotEmpty()
                .allMatch(c -> c.witnesses().get(0) != null);
    }

    @Example
    void where_too_few_are_in_all_nothing_is_shown() {
        SuppressedTable shown = SuppressionRule.of(Thresholds.EDUCATION).protect(Tables.of(new int[][] {{4, 5}}));
        assertThat(shown.showsNothing()).isTrue();
        assertThat(shown.cells()).allMatch(c -> c.witnesses().isEmpty());
    }

    @Example
    void what_is_no_table_is_refused_with_the_rule() {
        Dimension schools = Dimension.of("school", List.of("Arts", "Science"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CountTable.by(schools).people("Law", 3))
                .withMessage("category must be one of [[Arts], [Science]], but was Law");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CountTable.by(schools).people("Arts", -1))
                .withMessage("count must be at least 0, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CountTable.by(schools)
                        .cannotOccur(0, 0)
                        .people("Arts", 1)
                        .build())
                .withMessage("count must be 0 where nobody can be, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dimension.of("school", List.of("Arts", "Arts")))
                .withMessageContaining("categories must differ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dimension.nested("d", List.of(List.of("Arts"), List.of("Arts", "Music"))))
                .withMessageContaining("categories must be paths of one length");
    }

    @Example
    void what_cannot_occur_is_shown_and_never_used() {
        CountTable table = CountTable.by(Tables.names("r", 2), Tables.names("c", 2))
                .cannotOccur(0, 0)
                .people(0, 1, 30)
                .people(1, 0, 20)
                .people(1, 1, 12)
                .build();
        assertThat(SuppressionRule.of(Thresholds.EDUCATION).protect(table).cells())
                .noneMatch(Cell::isHidden);
    }

    @Provide
    Arbitrary<CountTable> tables() {
        return net.jqwik.api.Arbitraries.oneOf(Tables.upTo(4, 12), Tables.nested());
    }

    @Provide
    Arbitrary<CountTable> nested() {
        return Tables.nested();
    }

    @Provide
    Arbitrary<CountTable> small() {
        return Tables.upTo(3, 12);
    }

    @Provide
    Arbitrary<CountTable> four() {
        return Tables.exactly(4, 4, 9);
    }

    @Provide
    Arbitrary<CountTable> groups() {
        return Tables.withGroups();
    }

    @Provide
    Arbitrary<CountTable> known() {
        return Tables.withKnownTotals();
    }

    @Provide
    Arbitrary<SuppressionRule> rules() {
        return Tables.rules();
    }

    private static boolean holdsFor(
            SuppressedTable shown,
            Witness witness,
            Cell cell,
            SuppressionRule rule,
            ImmutableList<ImmutableList<Integer>> own) {
        for (int r = 0; r < own.size(); r++) {
            for (int c = 0; c < own.get(r).size(); c++) {
                if (witness.low().get(r).get(c) < own.get(r).get(c)
                        || witness.high().get(r).get(c) < own.get(r).get(c)) {
                    return false;
                }
            }
        }
        return Tables.sum(shown, cell, witness.high()) - Tables.sum(shown, cell, witness.low()) >= rule.width();
    }

    private static void assertAgrees(SuppressedTable shown, ImmutableList<ImmutableList<Integer>> inner) {
        assertThat(inner).allMatch(row -> row.stream().allMatch(n -> n >= 0));
        for (Cell cell : shown.cells()) {
            cell.people()
                    .ifPresent(number -> assertThat(Tables.sum(shown, cell, inner))
                            .as(cell.toString())
                            .isEqualTo(number));
        }
    }

    private static List<Cell> partsByRow(SuppressedTable shown, Cell total) {
        return shown.cells().stream()
                .filter(c -> c.column().equals(total.column())
                        && c.row().size() == total.row().size() + 1
                        && Tables.isIn(c.row(), total.row()))
                .toList();
    }

    private static List<Cell> partsByColumn(SuppressedTable shown, Cell total) {
        return total.column().isEmpty()
                ? shown.cells().stream()
                        .filter(c -> c.row().equals(total.row()) && !c.column().isEmpty())
                        .toList()
                : List.of();
    }

    private static CountTable with(CountTable table, ImmutableList<ImmutableList<Integer>> inner) {
        CountTable.Builder other = CountTable.by(table.rows(), table.columns());
        for (int r = 0; r < inner.size(); r++) {
            for (int c = 0; c < inner.get(r).size(); c++) {
                other.people(r, c, inner.get(r).get(c));
            }
        }
        return other.build();
    }

    private static List<Optional<Integer>> look(SuppressedTable shown) {
        return Lists.transform(shown.cells(), Cell::people);
    }

    private static long people(Grid grid, BitSet hidden) {
        return hidden.stream()
                .mapToObj(grid::edge)
                .filter(Grid.Edge::published)
                .mapToLong(Grid.Edge::count)
                .sum();
    }

    private static int cell(Grid grid, String row, String column) {
        return IntStream.range(0, grid.size())
                .filter(e -> grid.edge(e).place().row().equals(ImmutableList.of(row))
                        && grid.edge(e).place().column().equals(ImmutableList.of(column)))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> shuffled(int size, Random random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, random);
        return order;
    }
}
