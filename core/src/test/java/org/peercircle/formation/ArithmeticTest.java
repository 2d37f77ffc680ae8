package org.peercircle.formation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peercircle.id.PersonId;

/** What each counting argument says, and that it says nothing of what is just possible. */
class ArithmeticTest {

    private static final GroupBounds TWO = new GroupBounds(2, 2);

    private static ImmutableSet<PersonId> ids(int... numbers) {
        return Arrays.stream(numbers).mapToObj(Problems::id).collect(ImmutableSet.toImmutableSet());
    }

    private static List<String> said(List<Entrant> people, Must must, GroupBounds... bounds) {
        FormationProblem problem = FormationProblem.builder()
                .addAllEntrants(people)
                .addBounds(bounds)
                .addMusts(must)
                .build();
        List<Finding> findings = Arithmetic.findings(problem);
        assertThat(findings).allMatch(f -> f.rule().equals(must.name()));
        if (!findings.isEmpty()) {
            assertThat(Problems.best(problem).broken()).isPositive();
        }
        return findings.stream().map(Finding::message).toList();
    }

    @Test
    void more_of_one_lab_than_groups_and_than_may_wait_besides() {
        Must apart = Must.apartBy("lab");
        assertThat(said(Problems.labs("x", "x", "x", "y"), apart, TWO, TWO))
                .containsExactly("3 people share the lab x and there are 2 groups."
                        + " Form more groups, or let 1 of them wait.");
        assertThat(said(Problems.labs("x", "x", "y", "y"), apart, TWO, TWO)).isEmpty();
        assertThat(said(Problems.labs("x", "x", "x", "y", "z"), apart, TWO, TWO))
                .isEmpty();
        assertThat(said(Problems.labs("x", "x", "x", "x", "z"), apart, TWO, TWO))
                .containsExactly("4 people share the lab x and there are 2 groups."
                        + " Form more groups, or let 2 of them wait.");
    }

    @Test
    void somebody_kept_from_so_many_that_no_group_is_left() {
        GroupBounds three = new GroupBounds(3, 3);
        Set<Pair> fromFour = Set.of(pair(0, 1), pair(0, 2), pair(0, 3), pair(0, 4), pair(0, 77));
        List<Entrant> six = Problems.labs("", "", "", "", "", "");
        assertThat(said(six, Must.apart("kept apart", fromFour), three, three))
                .containsExactly(Problems.id(0).value() + " may sit with 1 people, and the smallest group needs 2"
                        + " beside them. Let fewer be kept from them, or form a smaller group.");
        assertThat(said(six, new Must.Apart("kept apart", ImmutableSet.copyOf(fromFour), true), three, three))
                .singleElement()
                .satisfies(text -> assertThat(text).startsWith("Somebody may sit with 1 people"));
        Set<Pair> fromThree = Set.of(pair(0, 1), pair(0, 2), pair(0, 3), pair(0, 77));
        assertThat(said(six, Must.apart("kept apart", fromThree), three, three)).isEmpty();
        assertThat(said(Problems.labs("", "", "", "", "", "", ""), Must.apart("kept apart", fromFour), three, three))
                .isEmpty();
    }

    private static Pair pair(int one, int other) {
        return Pair.of(Problems.id(one), Problems.id(other));
    }

    @Test
    void more_of_one_kind_than_groups_take() {
        List<Entrant> five = Problems.labs("x", "x", "x", "x", "x", "y");
        GroupBounds three = new GroupBounds(3, 3);
        String message = "5 people have the lab x and 2 groups take 4 of them. Allow 3 a group.";
        assertThat(said(five, new Must.AtMost(2, "lab"), three, three)).containsExactly(message);
        assertThat(said(five, new Must.AtMostWith(2, "lab", "x"), three, three)).containsExactly(message);
        assertThat(said(five, new Must.AtMostWith(2, "lab", "y"), three, three)).isEmpty();
        List<Entrant> four = Problems.labs("x", "x", "x", "x", "y", "y");
        assertThat(said(four, new Must.AtMost(2, "lab"), three, three)).isEmpty();
        assertThat(said(four, new Must.AtMostWith(2, "lab", "x"), three, three)).isEmpty();
    }

    @Test
    void who_may_wait_need_not_be_taken() {
        List<Entrant> seven = Problems.labs("x", "x", "x", "x", "x", "x", "y");
        GroupBounds three = new GroupBounds(3, 3);
        String message = "6 people have the lab x and 2 groups take 2 of them. Allow 3 a group.";
        assertThat(said(seven, new Must.AtMost(1, "lab"), three, three)).containsExactly(message);
        assertThat(said(seven, new Must.AtMostWith(1, "lab", "x"), three, three))
                .containsExactly(message);
        List<Entrant> oneWaits = Problems.labs("x", "x", "x", "x", "x", "y", "z");
        assertThat(said(oneWaits, new Must.AtMost(2, "lab"), three, three)).isEmpty();
        assertThat(said(oneWaits, new Must.AtMostWith(2, "lab", "x"), three, three))
                .isEmpty();
    }

    @Test
    void fewer_with_something_than_groups_need() {
        assertThat(said(Problems.labs("x", "y", "y", "y"), new Must.AtLeast(1, "lab", "x"), TWO, TWO))
                .containsExactly("1 people have the lab x and 2 groups need 2 of them."
                        + " Recruit 1 more, or ask for fewer a group.");
        assertThat(said(Problems.labs("x", "x", "x", "y"), new Must.AtLeast(2, "lab", "x"), TWO, TWO))
                .containsExactly("3 people have the lab x and 2 groups need 4 of them."
                        + " Recruit 1 more, or ask for fewer a group.");
        assertThat(said(Problems.labs("x", "x", "y", "y"), new Must.AtLeast(1, "lab", "x"), TWO, TWO))
                .isEmpty();
    }

    @Test
    void a_set_larger_than_the_largest_group() {
        GroupBounds three = new GroupBounds(2, 3);
        List<Entrant> five = Problems.labs("", "", "", "", "");
        Must four = new Must.Together(ImmutableList.of(ids(0, 1, 2, 3)));
        assertThat(said(five, four, TWO, three))
                .containsExactly(
                        "4 people are to sit together and the largest group takes 3. Split the set, or allow a larger group.");
        assertThat(said(five, new Must.Together(ImmutableList.of(ids(0, 1, 2))), TWO, three))
                .isEmpty();
        // With one group of two, three of these five may wait, and a set of three may wait as a whole.
        assertThat(said(five, new Must.Together(ImmutableList.of(ids(0, 1, 2))), TWO))
                .isEmpty();
        assertThat(said(five, four, TWO))
                .containsExactly(
                        "4 people are to sit together and the largest group takes 2. Split the set, or allow a larger group.");
    }

    @Test
    void a_set_some_of_whom_are_to_sit_apart() {
        List<Entrant> four = Problems.labs("x", "x", "y", "z");
        Must together = new Must.Together(ImmutableList.of(ids(0, 1)));
        FormationProblem.Builder problem =
                FormationProblem.builder().addAllEntrants(four).addBounds(TWO, TWO);
        String end = ". Give up one of the two for them.";
        assertThat(Arithmetic.findings(
                        problem.addMusts(together, Must.apartBy("lab")).build()))
                .containsExactly(new Finding(
                        together.name(),
                        "Some who are to sit together are to sit apart by \"keep apart who share a lab\"" + end));
        Must secret = new Must.Apart("declared", ImmutableSet.of(pair(0, 1)), true);
        assertThat(Arithmetic.findings(FormationProblem.builder()
                        .addAllEntrants(four)
                        .addBounds(TWO, TWO)
                        .addMusts(together, secret)
                        .build()))
                .containsExactly(new Finding(
                        together.name(), "Some who are to sit together are to sit apart by a private rule" + end));
        Must others = new Must.Apart("declared", ImmutableSet.of(pair(1, 2), pair(0, 3)), true);
        assertThat(Arithmetic.findings(FormationProblem.builder()
                        .addAllEntrants(four)
                        .addBounds(TWO, TWO)
                        .addMusts(together, others, new Must.AtMost(1, "lab"))
                        .build()))
                .isEmpty();
    }

    @Test
    void fewer_who_share_a_value_than_may_share_a_group() {
        List<Entrant> four = Problems.labs("x", "y", "y", "");
        assertThat(said(four, new Must.NobodyAlone("lab", 2, ImmutableSet.of(), true), TWO, TWO))
                .containsExactly("Fewer than 2 people share a value. Recruit more, or ask them.");
        assertThat(said(four, new Must.NobodyAlone("lab", 2, ids(0), true), TWO, TWO))
                .isEmpty();
        assertThat(said(
                        Problems.labs("x", "x", "y", "y"),
                        new Must.NobodyAlone("lab", 2, ImmutableSet.of(), true),
                        TWO,
                        TWO))
                .isEmpty();
        // One may wait, and then nobody is alone.
        assertThat(said(
                        Problems.labs("x", "y", "y", "", ""),
                        new Must.NobodyAlone("lab", 2, ImmutableSet.of(), true),
                        TWO,
                        TWO))
                .isEmpty();
    }

    @Test
    void more_pinned_to_a_group_than_it_takes() {
        List<Entrant> four = Problems.labs("", "", "", "");
        Must.Pinned three = new Must.Pinned(ImmutableMap.of(Problems.id(0), 1, Problems.id(1), 1, Problems.id(2), 1));
        assertThat(said(four, three, TWO, TWO))
                .containsExactly("3 people are to stay in group 2, which takes 2. Let some of them move.");
        Must.Pinned two = new Must.Pinned(ImmutableMap.of(Problems.id(0), 1, Problems.id(1), 1, Problems.id(2), 0));
        assertThat(said(four, two, TWO, TWO)).isEmpty();
    }

    @Test
    void more_seats_than_people() {
        List<Entrant> four = Problems.labs("x", "x", "x", "x");
        FormationProblem problem = FormationProblem.builder()
                .addAllEntrants(four)
                .addAllBounds(Collections.nCopies(3, TWO))
                .addMusts(Must.apartBy("lab"))
                .build();
        assertThat(Arithmetic.findings(problem))
                .containsExactly(new Finding(
                        "sizes", "The groups need 6 people and there are 4. Plan fewer or smaller groups."));
    }
}
