package org.peercircle.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.cohort.SizePlan;
import org.peercircle.id.PersonId;
import org.peercircle.people.Affiliation;
import org.peercircle.people.AttributeValue;
import org.peercircle.people.CareerStage;
import org.peercircle.people.Participant;
import org.peercircle.people.PowerRelation;

class GroupFormerTest {

    private static Entrant entrant(String id, String... traits) {
        ImmutableMap.Builder<String, AttributeValue> map = ImmutableMap.builder();
        for (int i = 0; i < traits.length; i += 2) {
            map.put(traits[i], AttributeValue.of(traits[i + 1]));
        }
        return Entrant.of(PersonId.of(id), map.build());
    }

    private static FormationProblem.Builder problem(List<Entrant> entrants, GroupBounds... bounds) {
        return FormationProblem.builder().addAllEntrants(entrants).addBounds(bounds);
    }

    private static FormationProblem.Builder labs(int labs, int membersEach, int groups) {
        List<Entrant> entrants = new ArrayList<>();
        for (int lab = 0; lab < labs; lab++) {
            for (int i = 0; i < membersEach; i++) {
                entrants.add(entrant("l" + lab + "m" + i, "lab", "lab" + lab, "department", "d" + lab % 3));
            }
        }
        int size = labs * membersEach / groups;
        return FormationProblem.builder()
                .addAllEntrants(entrants)
                .addAllBounds(Collections.nCopies(groups, new GroupBounds(size, size)))
                .addMusts(Must.apartBy("lab"));
    }

    @Test
    void S16_eight_labs_of_six_sit_apart_in_six_groups_of_eight() {
        Formation formation = GroupFormer.withEffort(Effort.moves(100_000))
                .form(labs(8, 6, 6)
                        .addWishes(Preference.spread("department").weighing(1))
                        .build());
        assertThat(formation.outcome()).isEqualTo(Formation.Outcome.MUSTS_KEPT);
        assertThat(formation.breaches()).isEmpty();
        assertThat(formation.upperBound())
                .isGreaterThanOrEqualTo(formation.score().preference());
    }

    @Test
    void thirteen_of_one_lab_in_twelve_groups_is_proved_impossible_in_words() {
        List<Entrant> entrants = new ArrayList<>();
        IntStream.range(0, 96).forEach(i -> entrants.add(entrant("p" + i, "lab", i < 13 ? "Rossi" : "lab" + i)));
        Formation formation = GroupFormer.withEffort(Effort.moves(2_000))
                .form(FormationProblem.builder()
                        .addAllEntrants(entrants)
                        .addAllBounds(GroupBounds.of(SizePlan.of(96, GroupSizing.PEER_PROBLEM_SOLVING)))
                        .addMusts(Must.apartBy("lab"))
                        .build());
        assertThat(formation.outcome()).isEqualTo(Formation.Outcome.PROVED_IMPOSSIBLE);
        assertThat(formation.findings())
                .containsExactly(new Finding(
                        "keep apart who share a lab",
                        "13 people share the lab Rossi and there are 12 groups."
                                + " Form more groups, or let 1 of them wait."));
        assertThat(formation.breaches()).singleElement().matches(b -> b.units() == 1);
        assertThat(formation.asText()).startsWith("The musts can't all be kept:\n  13 people share the lab Rossi");
    }

    @Test
    void every_counting_argument_speaks() {
        List<Entrant> four =
                List.of(entrant("a", "x", "1"), entrant("b", "x", "1"), entrant("c", "x", "1"), entrant("d", "x", "2"));
        GroupBounds two = new GroupBounds(2, 2);
        List<Must> impossible = List.of(
                new Must.AtMost(1, "x"),
                new Must.AtLeast(1, "x", "2"),
                new Must.Together(ImmutableList.of(ImmutableSet.of(id("a"), id("b"), id("c")))),
                new Must.NobodyAlone("x", 2, ImmutableSet.of(), true),
                new Must.Pinned(ImmutableMap.of(id("a"), 0, id("b"), 0, id("c"), 0)));
        for (Must must : impossible) {
            FormationProblem problem = problem(four, two, two).addMusts(must).build();
            assertThat(Arithmetic.findings(problem))
                    .as(must.name())
                    .singleElement()
                    .satisfies(f -> assertThat(f.message()).endsWith("."));
            assertThat(Problems.best(problem).broken()).as(must.name()).isPositive();
        }
        assertThat(Arithmetic.findings(problem(four, new GroupBounds(5, 5)).build()))
                .containsExactly(new Finding(
                        "sizes", "The groups need 5 people and there are 4. Plan fewer or smaller groups."));
        FormationProblem both = problem(four, two, two)
                .addMusts(
                        new Must.Together(ImmutableList.of(ImmutableSet.of(id("a"), id("b")))),
                        Must.apart("apart", Set.of(Pair.of(id("a"), id("b")))))
                .build();
        assertThat(Arithmetic.findings(both))
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("\"apart\""));
    }

    private static PersonId id(String id) {
        return PersonId.of(id);
    }

    @Test
    void S19_nobody_is_the_only_one_of_what_they_declared() {
        List<Entrant> entrants = new ArrayList<>();
        IntStream.range(0, 80)
                .forEach(i -> entrants.add(entrant("p" + i, "declared gender", i < 12 ? "woman" : "man")));
        FormationProblem problem = FormationProblem.builder()
                .addAllEntrants(entrants)
                .addAllBounds(Collections.nCopies(20, new GroupBounds(4, 4)))
                .addMusts(Must.nobodyAlone("declared gender", Set.of()))
                .build();
        for (int seed = 0; seed < 20; seed++) {
            Formation formation =
                    GroupFormer.withEffort(Effort.moves(20_000).withSeed(seed)).form(problem);
            assertThat(formation.score().broken()).as("seed %d", seed).isZero();
        }
    }

    @Test
    void values_that_count_as_one_are_counted_as_one() {
        List<Entrant> two = List.of(entrant("a", "lab", "x"), entrant("b", "lab", "y"));
        Must asOne = new Must.NobodyAlone("lab", 2, ImmutableSet.of(), ImmutableSet.of("x", "y"), false);
        FormationProblem problem =
                problem(two, new GroupBounds(2, 2)).addMusts(asOne).build();
        assertThat(Arithmetic.findings(problem)).isEmpty();
        assertThat(Arithmetic.findings(problem(two, new GroupBounds(2, 2))
                        .addMusts(new Must.NobodyAlone("lab", 2, ImmutableSet.of(), false))
                        .build()))
                .hasSize(2);
    }

    @Test
    void a_seat_is_explained_rule_by_rule() {
        FormationProblem problem = labs(4, 2, 2)
                .addWishes(
                        Preference.spread("department").weighing(1),
                        Preference.balance("months").weighing(1))
                .entrants(labs(4, 2, 2).build().entrants().stream()
                        .map(e -> e.with("months", AttributeValue.of(3)))
                        .toList())
                .build();
        SeatReason why =
                GroupFormer.withEffort(Effort.moves(5_000)).form(problem).why(id("l0m0"));
        assertThat(why.lines())
                .contains(
                        "1 person of the same lab sits elsewhere.", "The group's mean months is 3.0, that of all 3.0.");
        assertThat(why.alternatives()).isNotEmpty().allMatch(e -> e.moreBroken() >= 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        GroupFormer.withEffort(Effort.moves(0)).form(problem).why(id("nobody")))
                .withMessage("person must be one of the formation, but was nobody");
    }

    @Test
    void what_if_questions_are_answered_before_anything_changes() {
        List<Entrant> entrants = List.of(
                entrant("a", "department", "x"),
                entrant("b", "department", "x"),
                entrant("c", "department", "y"),
                entrant("d", "department", "y"),
                entrant("e", "department", "z"));
        FormationProblem problem = problem(entrants, new GroupBounds(2, 3), new GroupBounds(2, 3))
                .addWishes(Preference.spread("department").weighing(1))
                .build();
        Formation formation = Formation.ofGroups(problem, List.of(Set.of(id("a"), id("b")), Set.of(id("c"), id("d"))));
        assertThat(formation.whatIf(new Change.Swap(id("a"), id("c"))).gain()).isEqualTo(1);
        assertThat(formation.whatIf(new Change.MoveTo(id("e"), 0)).after().waiting())
                .isZero();
        assertThat(formation.whatIf(new Change.TakeOut(id("a"))).moreBroken()).isEqualTo(1);
        assertThat(formation.waiting()).containsExactly(new Waiter(id("e"), Waiter.Reason.RULES));
        assertThat(formation.groupOf(id("e"))).isEmpty();
        assertThat(formation.groupOf(id("c"))).contains(1);
        assertThat(formation.why(id("e")).lines()).containsExactly("A seat is free, but taking it would break a rule.");
        assertThat(formation.asText()).contains("Waiting: e.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Formation.ofGroups(problem, List.of(Set.of(id("a")), Set.of(id("a")))));
    }

    @Test
    void a_slip_of_the_pen_in_a_rule_is_an_error() {
        List<Entrant> two = List.of(entrant("a", "lab", "x"), entrant("b", "lab", "y"));
        GroupBounds bounds = new GroupBounds(1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> problem(two, bounds).addMusts(Must.apartBy("lap")).build())
                .withMessage("trait must be one that somebody has, of [lab], but was \"lap\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> problem(two, bounds)
                        .addWishes(Preference.gather("x").weighing(1))
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> problem(two, bounds)
                        .addMusts(new Must.Pinned(ImmutableMap.of(id("z"), 0)))
                        .build())
                .withMessageContaining("be among the entrants, but was z");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> problem(List.of(two.get(0), two.get(0)), bounds).build())
                .withMessageContaining("2 entrants with 1 ids");
        assertThatIllegalArgumentException().isThrownBy(() -> Pair.of(id("a"), id("a")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preference.spread("lab").weighing(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new GroupBounds(3, 2));
    }

    @Test
    void a_time_limit_is_kept_and_told() {
        AtomicLong ticks = new AtomicLong();
        Formation formation = GroupFormer.withEffort(Effort.moves(10_000_000).within(Duration.ofSeconds(100)))
                .timedBy(() -> Instant.ofEpochSecond(ticks.incrementAndGet()))
                .form(labs(4, 2, 2).build());
        assertThat(formation.wasCutShort()).isTrue();
        assertThat(formation.moves()).isPositive().isLessThan(1_000_000);
    }

    @Test
    void progress_is_told_at_a_bounded_rate_and_only_gets_better() {
        List<FormationProgress> told = new ArrayList<>();
        FormationProblem problem = labs(8, 6, 6)
                .addWishes(Preference.spread("department").weighing(1))
                .build();
        GroupFormer.withEffort(Effort.moves(200_000)).listening(told::add).form(problem);
        assertThat(told.size()).isBetween(10, 120);
        assertThat(told).allMatch(p -> p.moves() <= p.ofMoves());
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i - 1).best().isBetterThan(told.get(i).best())).isFalse();
        }
    }

    @Test
    void an_entrant_has_the_units_and_supervisors_of_the_day() {
        Participant ada = Participant.builder()
                .id(id("ada"))
                .name("Ada")
                .stage(CareerStage.POSTDOC)
                .addAffiliations(Affiliation.department("Maths"), Affiliation.lab("Babbage"))
                .addPowers(PowerRelation.supervisedBy(id("pi")))
                .build();
        Map<String, AttributeValue> traits =
                Entrant.of(ada, LocalDate.of(2027, 1, 4)).traits();
        assertThat(traits.keySet()).containsExactlyInAnyOrder(Entrant.DEPARTMENT, Entrant.LAB, Entrant.SUPERVISOR);
    }

    @Test
    void a_rule_that_throws_ends_the_search_with_its_own_exception() {
        FormationProblem problem = labs(4, 2, 2)
                .addWishes(new Preference.PairCriterion("mine", (a, b) -> 2).weighing(1))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupFormer.withEffort(Effort.moves(10)).form(problem))
                .withMessage("mine must be between 0 and 1, but was 2.0");
    }
}
