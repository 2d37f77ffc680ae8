package org.peercircle.formation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.hash.Hashing;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peercircle.id.PersonId;
import org.peercircle.people.AttributeValue;

/**
 * Law F1 across machines and releases: a coordinator who forms again next year, elsewhere, from the same people, seed and
 * effort gets the same groups, after the same moves and with the same progress on the way. What comes out is written
 * down beside this test; whoever changes the search on purpose writes down the new, and says so in the change log.
 */
class AnyMachineTest {

    /** By the name of a case, what came out when it was written down. */
    private static final Map<String, String> KNOWN = known();

    private static Map<String, String> known() {
        try {
            String text = Resources.toString(
                    Resources.getResource(AnyMachineTest.class, "any-machine.txt"), StandardCharsets.UTF_8);
            return Splitter.on('\n')
                    .trimResults()
                    .omitEmptyStrings()
                    .withKeyValueSeparator(": ")
                    .split(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            long seed = i;
            cases.add(new Case(
                    "every rule, " + i, said -> said.formed(Problems.of(new Chance(seed), 12), Effort.moves(2_000))));
        }
        cases.add(new Case("two searches", said -> said.formed(Problems.of(new Chance(7), 12), Effort.moves(22_000))));
        cases.add(new Case("no effort", said -> said.formed(people(30, 5).build(), Effort.moves(0))));
        cases.add(new Case("a quick pass", said -> said.formed(people(40, 5).build(), Effort.moves(120_000))));
        cases.add(new Case(
                "musts that can be kept",
                said -> said.formed(people(40, 5).addMusts(Must.apartBy("lab")).build(), Effort.moves(120_000))));
        cases.add(new Case(
                "musts that cannot",
                said -> said.formed(people(30, 3).addMusts(Must.apartBy("lab")).build(), Effort.moves(90_000))));
        cases.add(new Case(
                "a pair criterion of the host",
                said -> said.formed(
                        people(24, 4)
                                .addWishes(new Preference.PairCriterion(
                                                "near in months", (a, b) -> 1 / (1 + Math.abs(months(a) - months(b))))
                                        .weighing(1))
                                .build(),
                        Effort.moves(70_000))));
        cases.add(new Case(
                "no table of pairs",
                said -> said.formed(
                        people(60, 8)
                                .wishes(List.of(Preference.balance("months").weighing(1)))
                                .build(),
                        Effort.moves(70_000))));
        cases.add(new Case(
                "many",
                said -> said.formed(
                        people(1_100, 150).build(), Effort.moves(60_000).withStarts(1))));
        cases.add(new Case("by the clock", AnyMachineTest::byTheClock));
        cases.add(new Case("stopped on the way", AnyMachineTest::stopped));
        cases.add(new Case("moving few", AnyMachineTest::reformed));
        for (int rounds = 2; rounds <= 4; rounds++) {
            int many = rounds;
            cases.add(new Case(
                    rounds + " rounds of nine", said -> said.rounds(nine().build(), many, Effort.moves(20_000))));
        }
        cases.add(new Case(
                "more rounds than there can be", said -> said.rounds(nine().build(), 6, Effort.moves(60_000))));
        cases.add(new Case(
                "rounds with musts",
                said -> said.rounds(people(14, 3).addMusts(Must.apartBy("lab")).build(), 3, Effort.moves(40_000))));
        cases.add(new Case(
                "rounds in which some wait",
                said -> said.rounds(people(20, 3, 5).build(), 2, Effort.moves(30_000))));
        return cases.stream();
    }

    private static void byTheClock(Said said) {
        AtomicLong now = new AtomicLong();
        said.formed(
                people(20, 3).build(),
                GroupFormer.withEffort(Effort.time(Duration.ofSeconds(1)))
                        .timedBy(() -> Instant.EPOCH.plusMillis(now.addAndGet(9))));
    }

    private static void stopped(Said said) {
        AtomicLong asked = new AtomicLong();
        said.formed(
                people(30, 4).build(),
                GroupFormer.withEffort(Effort.moves(500_000)).stoppedWhen(() -> asked.incrementAndGet() > 40));
    }

    private static void reformed(Said said) {
        FormationProblem problem = people(40, 5).addMusts(Must.apartBy("lab")).build();
        GroupFormer former = GroupFormer.withEffort(Effort.moves(30_000));
        Formation first = GroupFormer.withEffort(Effort.moves(100)).form(problem);
        said.add(former.reform(problem, first.groups(), 4));
        said.add(former.split(first, 0, List.of(new GroupBounds(3, 5), new GroupBounds(3, 5))));
        said.add(former.dissolve(first, 1));
        List<Collection<PersonId>> without = new ArrayList<>(first.groups());
        without.set(2, without.get(2).stream().skip(2).toList());
        said.add(former.admit(problem, without));
    }

    private static double months(Entrant entrant) {
        return entrant.amount("months").orElse(0);
    }

    private static FormationProblem.Builder nine() {
        return people(9, 3, 3);
    }

    private static FormationProblem.Builder people(int people, int groups) {
        return people(people, groups, (people + groups - 1) / groups + 1);
    }

    /** People in groups of at most so many and four fewer at least, in whom little is alike. */
    private static FormationProblem.Builder people(int people, int groups, int most) {
        Chance chance = new Chance(people);
        FormationProblem.Builder problem = FormationProblem.builder();
        for (int i = 0; i < people; i++) {
            problem.addEntrants(new Entrant(
                    Problems.id(i),
                    ImmutableMap.of(
                            "lab", AttributeValue.of("L" + chance.below(1 + people / 4)),
                            "department", AttributeValue.of("D" + chance.below(4)),
                            "interests", AttributeValue.of(List.of("i" + chance.below(6), "i" + chance.below(6))),
                            "months", AttributeValue.of(chance.below(60))),
                    Optional.empty()));
        }
        for (int g = 0; g < groups; g++) {
            problem.addBounds(new GroupBounds(Math.max(1, most - 4), most));
        }
        return problem.addWishes(
                Preference.spread("department").weighing(2),
                Preference.gather("interests").weighing(1),
                Preference.balance("months").weighing(1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void F1_the_same_groups_on_any_machine(Case one) {
        assertThat(one.outcome()).isEqualTo(KNOWN.get(one.name()));
    }

    @Test
    void F1_what_is_known_is_of_some_case() {
        assertThat(cases().map(Case::name)).containsAll(KNOWN.keySet()).doesNotHaveDuplicates();
    }

    /** A case, and how to say all that came out. */
    record Case(String name, Consumer<Said> run) {
        String outcome() {
            Said said = new Said();
            run.accept(said);
            return said.hashed();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** All that formations said, as text of which a hash is kept. */
    static final class Said {
        private final StringBuilder text = new StringBuilder();

        void formed(FormationProblem problem, Effort effort) {
            formed(problem, GroupFormer.withEffort(effort));
        }

        void formed(FormationProblem problem, GroupFormer former) {
            add(former.listening(p -> text.append(p).append('\n')).form(problem));
        }

        void rounds(FormationProblem problem, int rounds, Effort effort) {
            Rounds found = GroupFormer.withEffort(effort).formRounds(problem, rounds);
            text.append(found.repeats()).append(found.moves());
            found.rounds().forEach(this::add);
        }

        void add(Formation formation) {
            ImmutableList<ImmutableSet<PersonId>> groups =
                    formation.groups().stream().map(ImmutableSet::copyOf).collect(ImmutableList.toImmutableList());
            Set<PersonId> waiting = new TreeSet<>();
            formation.waiting().forEach(w -> waiting.add(w.person()));
            text.append(groups)
                    .append(waiting)
                    .append(formation.moves())
                    .append(formation.score())
                    .append('\n');
        }

        String hashed() {
            return Hashing.sha256()
                    .hashString(text, StandardCharsets.UTF_8)
                    .toString()
                    .substring(0, 12);
        }
    }
}
