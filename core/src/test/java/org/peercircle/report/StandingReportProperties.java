package org.peercircle.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.peercircle.decision.Decision;
import org.peercircle.id.CohortId;
import org.peercircle.id.ProgramId;
import org.peercircle.report.Edition.Population;
import org.peercircle.report.SuppressedTable.Cell;

/** Laws D10 to D12: what a report discloses together with all that was ever shown of it. */
class StandingReportProperties {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");
    private static final Thresholds FIVE = Thresholds.HR_SURVEY;

    private static final int TIMES = 4;

    private static StandingReport never() {
        return StandingReport.builder()
                .program(ProgramId.of("test"))
                .cohort(CohortId.of("c"))
                .kind(ReportKind.PLANS)
                .build();
    }

    private static Contributor person(int number, int department, int group, int category) {
        return new Contributor(
                number,
                ImmutableList.of("School " + department / 3, "Department " + department),
                ImmutableSet.of("group " + group),
                ReportKind.PLANS.categories().categories().get(category));
    }

    /**
     * Everybody at one time, by number. Each time a few, or a good part of all, get further; sometimes some come, go, or move
     * to another department.
     */
    private static List<Map<Integer, Contributor>> history(Random random) {
        Map<Integer, Contributor> now = new LinkedHashMap<>();
        int groups = 3 + random.nextInt(30);
        add(now, 30 + random.nextInt(170), groups, random);
        List<Map<Integer, Contributor>> all = new ArrayList<>(List.of(Map.copyOf(now)));
        while (all.size() < TIMES) {
            int further = random.nextInt(2) == 0 ? 30 + random.nextInt(60) : random.nextInt(4);
            now.replaceAll((number, one) -> random.nextInt(100) < further ? further(one) : one);
            if (random.nextInt(4) == 0) {
                now.keySet().removeIf(number -> random.nextInt(30) == 0);
            }
            if (random.nextInt(4) == 0) {
                add(now, random.nextInt(3) == 0 ? 30 : 2, groups, random);
            }
            if (random.nextInt(4) == 0) {
                now.replaceAll((number, one) ->
                        random.nextInt(10) == 0 ? alsoIn("group " + random.nextInt(groups), one) : one);
            }
            if (random.nextInt(8) == 0) {
                now.replaceAll((number, one) -> random.nextInt(30) == 0 ? moved(one, random.nextInt(6)) : one);
            }
            all.add(Map.copyOf(now));
        }
        return all;
    }

    private static void add(Map<Integer, Contributor> to, int count, int groups, Random random) {
        int next = to.keySet().stream().max(Integer::compare).orElse(-1) + 1;
        for (int i = next; i < next + count; i++) {
            to.put(i, person(i, random.nextInt(6), random.nextInt(groups), random.nextInt(5) / 2));
        }
    }

    private static Contributor further(Contributor one) {
        ImmutableList<ImmutableList<String>> all = ReportKind.PLANS.categories().categories();
        int next = Math.min(all.size() - 1, all.indexOf(one.category()) + 1);
        return new Contributor(one.number(), one.unit(), one.groups(), all.get(next));
    }

    private static Contributor alsoIn(String group, Contributor one) {
        return new Contributor(
                one.number(),
                one.unit(),
                Sets.union(one.groups(), Set.of(group)).immutableCopy(),
                one.category());
    }

    private static Contributor moved(Contributor one, int department) {
        return new Contributor(one.number(), person(0, department, 0, 0).unit(), one.groups(), one.category());
    }

    /** The cohort closes at one of the times, the first of them too. */
    private static int closesAt(List<Map<Integer, Contributor>> history) {
        return history.get(0).size() % TIMES;
    }

    private static List<StandingReport> shown(List<Map<Integer, Contributor>> history) {
        List<StandingReport> all = new ArrayList<>();
        StandingReport report = never();
        for (int i = 0; i < history.size(); i++) {
            StandingReport before = report;
            report = after(
                    report.show(history.get(i).values(), i >= closesAt(history), FIVE, NOW.plus(Duration.ofDays(i))),
                    before);
            all.add(report);
        }
        return all;
    }

    private static StandingReport after(Decision<StandingReport> shown, StandingReport before) {
        return shown.isAccepted() ? shown.orElseThrow() : before;
    }

    @Property(tries = 200)
    void D10_what_was_shown_stays_and_what_has_not_changed_is_not_shown_anew(@ForAll Random random) {
        List<Map<Integer, Contributor>> history = history(random);
        List<StandingReport> shown = shown(history);
        for (int i = 1; i < shown.size(); i++) {
            ImmutableList<Edition> before = shown.get(i - 1).editions();
            assertThat(shown.get(i).editions().subList(0, before.size())).isEqualTo(before);
            assertThat(shown.get(i).editions().size() - before.size()).isBetween(0, 1);
            assertThat(shown.get(i).editions())
                    .as("a share is said in the last only, which nothing can be held against")
                    .allMatch(e -> e.isLast()
                            || e.table().cells().stream().allMatch(c -> c.band().isEmpty()));
            Decision<StandingReport> again =
                    shown.get(i).show(history.get(i).values(), i >= closesAt(history), FIVE, NOW);
            assertThat(after(again, shown.get(i))).isEqualTo(shown.get(i));
        }
    }

    @Property(tries = 200)
    void D2_D4_behind_each_number_of_each_edition_are_enough_people_outside_any_group(@ForAll Random random) {
        List<Map<Integer, Contributor>> history = history(random);
        List<StandingReport> shown = shown(history);
        for (int i = 0; i < shown.size(); i++) {
            boolean isNew = i == 0 || !shown.get(i).equals(shown.get(i - 1));
            if (isNew && shown.get(i).latest().isPresent()) {
                Edition edition = shown.get(i).latest().orElseThrow();
                for (Cell cell : edition.table().cells()) {
                    List<Contributor> counted = counted(edition, cell, history.get(i));
                    cell.people().ifPresent(number -> {
                        assertThat(counted).hasSize(number);
                        assertThat(isEnough(counted)).as(cell.toString()).isTrue();
                    });
                }
            }
        }
    }

    private static List<Contributor> counted(Edition edition, Cell cell, Map<Integer, Contributor> people) {
        return edition.populations().stream()
                .filter(p -> Tables.isIn(p.row(), cell.row()))
                .flatMap(p -> p.people().stream())
                .map(people::get)
                .filter(p -> Tables.isIn(p.category(), cell.column()))
                .toList();
    }

    private static boolean isEnough(List<Contributor> people) {
        Map<String, Long> groups = people.stream()
                .flatMap(person -> person.groups().stream())
                .collect(Collectors.groupingBy(group -> group, Collectors.counting()));
        return people.size() >= FIVE.people()
                && groups.size() >= FIVE.groups()
                && groups.values().stream().allMatch(own -> people.size() - own >= FIVE.people());
    }

    @Property(tries = 300)
    void D11_all_editions_together_tell_nobody_from_fewer_than_enough_others(@ForAll Random random) {
        List<StandingReport> shown = shown(history(random));
        Map<Integer, Set<List<String>>> rows = new HashMap<>();
        ImmutableList<Edition> editions = shown.get(shown.size() - 1).editions();
        for (int i = 0; i < editions.size(); i++) {
            for (Population row : editions.get(i).populations()) {
                List<String> told = new ArrayList<>(row.row());
                told.add("edition " + i);
                row.people()
                        .forEach(person -> rows.computeIfAbsent(person, p -> new HashSet<>())
                                .add(told));
            }
        }
        rows.values().stream()
                .collect(Collectors.groupingBy(same -> same, Collectors.counting()))
                .forEach(
                        (same, people) -> assertThat(people).as(same.toString()).isGreaterThanOrEqualTo(FIVE.people()));
    }

    @Property(tries = 300)
    void D12_each_number_that_was_shown_has_changed_by_enough_or_stands(@ForAll Random random) {
        ImmutableList<Edition> editions = shown(history(random)).get(TIMES - 1).editions();
        Statistics.label("editions").collect(editions.size());
        for (int i = 1; i < editions.size(); i++) {
            for (Cell then : editions.get(i - 1).table().cells()) {
                boolean isKnown = then.column().isEmpty();
                List<Cell> now = editions.get(i).table().cells().stream()
                        .filter(c -> c.row().equals(then.row()) && Tables.isIn(c.column(), then.column()))
                        .toList();
                if (!isKnown && !then.isHidden()) {
                    assertThat(now).isNotEmpty().noneMatch(Cell::isHidden);
                    int sum =
                            now.stream().mapToInt(c -> c.people().orElseThrow()).sum();
                    int changed = Math.abs(sum - then.people().orElseThrow());
                    assertThat(changed == 0 || changed > FIVE.people())
                            .as(then + ", then " + sum)
                            .isTrue();
                }
            }
        }
    }

    /** So many people of groups of ten, half of them in each of two schools. */
    private static List<Contributor> people(int count, IntUnaryOperator category) {
        return IntStream.range(0, count)
                .mapToObj(i -> person(i, i % 2 * 3, i / 10, category.applyAsInt(i)))
                .toList();
    }

    private static final IntUnaryOperator MANY_GOT_FURTHER = i -> Math.min(2, i % 12 / 2);

    private static String text(StandingReport report) {
        return report.latest().orElseThrow().table().asText();
    }

    private static StandingReport show(StandingReport report, List<Contributor> people, boolean isClosed) {
        return report.show(people, isClosed, FIVE, NOW).orElseThrow();
    }

    @Example
    void while_groups_meet_all_are_counted_together_and_in_the_end_by_unit() {
        StandingReport report = show(never(), people(120, i -> i % 3), false);
        assertThat(text(report)).isEqualTo("""
                             no plan  a plan / no goal reached yet  a plan / a goal reached  all
                        all       40                            40                       40  120
                        """);
        StandingReport last = show(report, people(120, i -> i % 3), true);
        assertThat(text(last)).isEqualTo("""
                        unit                     no plan  a plan / no goal reached yet  a plan / a goal reached  all
                        School 0 / Department 0       20                            20                       20   60
                        School 1 / Department 3       20                            20                       20   60
                        all                           40                            40                       40  120
                        """);
        assertThat(show(last, people(120, MANY_GOT_FURTHER), true)).isEqualTo(last);
    }

    @Example
    void categories_get_coarser_before_anything_is_hidden() {
        assertThat(text(show(never(), people(120, i -> i < 4 ? 2 : i % 2), false)))
                .as("four have reached a goal")
                .isEqualTo("""
                             no plan  a plan  all
                        all       58      62  120
                        """);
    }

    @Example
    void D7_what_nearly_everybody_has_is_said_as_a_share_once_the_cohort_has_closed() {
        IntUnaryOperator nearlyAll = i -> i < 3 ? 0 : 1 + i % 2;
        StandingReport report = show(never(), people(160, nearlyAll), false);
        assertThat(text(report)).isEqualTo("""
                             no plan  a plan / no goal reached yet  a plan / a goal reached  all
                        all        *                             *                       79  160
                        """);
        assertThat(text(show(report, people(160, nearlyAll), true))).isEqualTo("""
                             no plan  a plan / no goal reached yet  a plan / a goal reached  all
                        all     ≤10%                             *                       79  160
                        """);
    }

    @Example
    void D12_that_one_person_reached_a_goal_is_not_shown() {
        StandingReport report = show(never(), people(120, i -> i % 3), false);
        assertThat(show(report, people(120, i -> i == 0 ? 1 : i % 3), false)).isEqualTo(report);
        StandingReport later = show(report, people(120, MANY_GOT_FURTHER), false);
        assertThat(later.editions()).hasSize(2);
        assertThat(text(later)).isEqualTo("""
                             no plan  a plan / no goal reached yet  a plan / a goal reached  all
                        all       20                            20                       80  120
                        """);
    }

    @Example
    void D12_who_comes_later_is_left_out_until_there_are_enough() {
        StandingReport report = show(never(), people(120, i -> i % 3), false);
        List<Contributor> more = new ArrayList<>(people(120, MANY_GOT_FURTHER));
        more.add(person(120, 0, 0, 0));
        StandingReport later = show(report, more, false);
        assertThat(later.editions()).hasSize(2);
        assertThat(later.editions().get(1).populations().stream().flatMap(p -> p.people().stream()))
                .hasSize(120)
                .doesNotContain(120);
    }

    @Example
    void where_nothing_can_be_shown_it_says_so_and_not_why() {
        ReportRefusal nothing = new ReportRefusal.NothingToShow(ReportKind.PLANS, FIVE);
        assertThat(never().show(people(20, i -> i % 3), false, FIVE, NOW).refusals())
                .as("two groups know each other's by their own")
                .containsExactly(nothing);
        assertThat(never().show(people(120, i -> 0), false, FIVE, NOW).refusals())
                .as("nobody has a plan")
                .containsExactly(nothing);
        assertThat(never().show(List.of(), false, FIVE, NOW).refusals()).containsExactly(nothing);
    }

    @Example
    void D6_whoever_moved_from_one_group_to_another_is_known_to_both() {
        List<Contributor> apart = people(18, i -> i % 2 + 1).stream()
                .map(one -> new Contributor(
                        one.number(), one.unit(), ImmutableSet.of("group " + one.number() % 3), one.category()))
                .toList();
        assertThat(never().show(apart, false, FIVE, NOW).isAccepted()).isTrue();
        List<Contributor> knownToOne = apart.stream()
                .map(one -> one.number() < 12 ? alsoIn("group 3", one) : one)
                .toList();
        assertThat(never().show(knownToOne, false, FIVE, NOW).isAccepted())
                .as("a group that knows most of them could work out the others")
                .isFalse();
    }

    @Example
    void thresholds_get_stricter_and_never_weaker_again() {
        StandingReport report = never().show(people(360, i -> i % 3), false, Thresholds.CMS, NOW)
                .orElseThrow();
        StandingReport later =
                report.show(people(360, MANY_GOT_FURTHER), false, FIVE, NOW).orElseThrow();
        assertThat(later.editions()).hasSize(2).allMatch(e -> e.thresholds().equals(Thresholds.CMS));
    }
}
