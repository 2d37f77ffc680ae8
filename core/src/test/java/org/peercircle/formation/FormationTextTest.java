package org.peercircle.formation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peercircle.id.PersonId;

/** The page a coordinator reads about a formation, line by line. */
class FormationTextTest {

    private static FormationProblem.Builder ofThree(String... labs) {
        GroupBounds three = new GroupBounds(3, 3);
        return FormationProblem.builder().addAllEntrants(Problems.labs(labs)).addBounds(three, three);
    }

    private static ImmutableList<String> lines(FormationProblem problem) {
        return ImmutableList.copyOf(GroupFormer.withEffort(Effort.moves(20_000))
                .form(problem)
                .asText()
                .split("\n"));
    }

    @Test
    void groups_who_waits_and_where_the_score_comes_from() {
        assertThat(lines(ofThree("L0", "L0", "L1", "L1", "L2", "L2", "")
                        .addMusts(Must.apartBy("lab"))
                        .addWishes(Preference.spread("lab").weighing(2))
                        .build()))
                .containsExactly(
                        "Every must is kept.",
                        "Group 1: p0, p2, p4",
                        "Group 2: p1, p3, p5",
                        "Waiting: p6. The groups take fewer people than there are.",
                        "spread lab: 2.000, at most 2.000 can be reached");
    }

    @Test
    void why_not_every_must_is_kept_and_by_whom() {
        assertThat(lines(ofThree("L0", "L0", "L0", "L1", "L1", "L2")
                        .addMusts(Must.apartBy("lab"))
                        .build()))
                .containsExactly(
                        "The musts can't all be kept:",
                        "  3 people share the lab L0 and there are 2 groups. Form more groups, or let 1 of them wait.",
                        "  Every way to seat these 6 people was tried, and none keeps every rule. Give one up.",
                        "  Group 1 breaks \"keep apart who share a lab\"",
                        "Group 1: p0, p2, p4",
                        "Group 2: p1, p3, p5");
    }

    @Test
    void those_who_wait_can_break_a_must() {
        Must pinned = new Must.Pinned(ImmutableMap.of(Problems.id(0), 0, Problems.id(1), 0));
        assertThat(lines(FormationProblem.builder()
                        .addAllEntrants(Problems.labs("", ""))
                        .addBounds(new GroupBounds(1, 1))
                        .addMusts(pinned)
                        .build()))
                .contains("  Those who wait break \"" + pinned.name() + "\"");
    }

    @Test
    void a_group_of_another_size_than_it_should_have() {
        assertThat(lines(FormationProblem.builder()
                        .addAllEntrants(Problems.labs("", "", ""))
                        .addBounds(new GroupBounds(2, 4), new GroupBounds(2, 4))
                        .build()))
                .contains("  Group 2 has 1, and needs at least 2");
        FormationProblem small = FormationProblem.builder()
                .addAllEntrants(Problems.labs("", "", ""))
                .addBounds(new GroupBounds(1, 2))
                .build();
        List<Set<PersonId>> three = List.of(Set.of(Problems.id(0), Problems.id(1), Problems.id(2)));
        assertThat(GroupFormer.withEffort(Effort.moves(0))
                        .reform(small, three, 0)
                        .asText())
                .contains("  Group 1 has 3, and takes at most 2\n");
    }

    /** Twenty are too many for every way to be tried. */
    @Test
    void a_private_rule_is_not_named() {
        GroupBounds ten = new GroupBounds(10, 10);
        assertThat(lines(FormationProblem.builder()
                        .addAllEntrants(
                                Problems.labs(Collections.nCopies(20, "").toArray(new String[0])))
                        .addBounds(ten, ten)
                        .addMusts(new Must.GroupRule("who must not meet", members -> 1, true))
                        .build()))
                .startsWith(
                        "Some musts are broken; more effort may mend them.",
                        "  Group 1 breaks a private rule",
                        "  Group 2 breaks a private rule")
                .noneMatch(line -> line.contains("who must not meet"));
    }
}
