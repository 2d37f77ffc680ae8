package org.peercircle.formation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.peercircle.id.PersonId;
import org.peercircle.people.AttributeValue;

/** A slip of the pen is refused with what was wrong and what is known, and never passed over. */
class SlipsTest {

    private static final GroupBounds TWO = new GroupBounds(2, 2);
    private static final ImmutableSet<PersonId> STRANGER = ImmutableSet.of(PersonId.of("zoe"));

    private static FormationProblem.Builder four() {
        return FormationProblem.builder()
                .addBounds(TWO, TWO)
                .addAllEntrants(List.of(entrant(0, "x"), entrant(1, "x"), entrant(2, "y"), entrant(3, "y")));
    }

    private static Entrant entrant(int i, String lab) {
        return Entrant.of(Problems.id(i), Map.of("lab", AttributeValue.of(lab), "months", AttributeValue.of(i)));
    }

    private static Formation formed() {
        return Formation.ofGroups(
                four().addMusts(Must.apartBy("lab")).build(),
                List.of(Set.of(Problems.id(0), Problems.id(2)), Set.of(Problems.id(1), Problems.id(3))));
    }

    private static void refused(ThrowingCallable slip, String... words) {
        assertThatIllegalArgumentException().isThrownBy(slip).withMessageContainingAll(words);
    }

    @Test
    void a_trait_that_nobody_has() {
        List<Must> musts = List.of(
                Must.apartBy("lap"),
                new Must.SharedValue("lap"),
                new Must.AtLeast(1, "lap", "x"),
                new Must.AtMost(1, "lap"),
                new Must.AtMostWith(1, "lap", "x"));
        for (Must must : musts) {
            refused(() -> four().addMusts(must).build(), "[lab, months]", "\"lap\"");
        }
        for (Preference wish : List.of(Preference.spread("lap"), Preference.gather("lap"), Preference.balance("lap"))) {
            refused(() -> four().addWishes(wish.weighing(1)).build(), "[lab, months]", "\"lap\"");
        }
    }

    @Test
    void somebody_who_is_not_there() {
        List<Must> musts = List.of(
                new Must.NobodyAlone("lab", 2, STRANGER, false),
                new Must.Together(ImmutableList.of(STRANGER)),
                new Must.Unchanged(ImmutableMap.of(0, STRANGER)),
                new Must.Pinned(ImmutableMap.of(PersonId.of("zoe"), 0)));
        for (Must must : musts) {
            refused(() -> four().addMusts(must).build(), must.name(), "zoe");
        }
        refused(() -> Formation.ofGroups(formed().problem(), List.of(STRANGER, Set.of())), "entrants", "zoe");
        refused(() -> formed().why(PersonId.of("zoe")), "zoe");
    }

    @Test
    void a_group_that_is_not_there() {
        ImmutableSet<PersonId> two = ImmutableSet.of(Problems.id(0), Problems.id(2));
        refused(
                () -> four().addMusts(new Must.Unchanged(ImmutableMap.of(2, two)))
                        .build(),
                "unchanged group",
                "0 and 1",
                "2");
        refused(
                () -> four().addMusts(new Must.Pinned(ImmutableMap.of(Problems.id(0), 2)))
                        .build(),
                "pinned group",
                "0 and 1",
                "2");
        assertThat(four().addMusts(new Must.Pinned(ImmutableMap.of(Problems.id(0), 1)))
                        .build()
                        .musts())
                .hasSize(1);
        Formation formed = formed();
        refused(() -> formed.whyIfIn(Problems.id(0), 2), "group", "2");
        refused(() -> formed.candidatesFor(2), "group", "2");
        refused(() -> formed.whatIf(new Change.MoveTo(Problems.id(0), 2)), "group", "2");
        refused(() -> Formation.ofGroups(formed.problem(), List.of(two)), "as many as the problem has: 2", "1");
        GroupFormer former = GroupFormer.withEffort(Effort.moves(10));
        refused(() -> former.split(formed, 2, List.of(TWO)), "group", "2");
        refused(() -> former.split(formed, 0, List.of()), "parts", "empty");
        refused(() -> former.formRounds(formed.problem(), 0), "rounds", "0");
        refused(() -> former.formRounds(formed.problem(), 1_001), "rounds", "1001");
        refused(() -> former.on(Runnable::run, 0), "threads", "0");
    }

    @Test
    void the_last_group_is_one() {
        assertThat(formed().whyIfIn(Problems.id(0), 1).lines()).isNotEmpty();
        assertThat(formed().whyIfIn(Problems.id(0), 1).alternatives()).isEmpty();
        assertThat(formed().candidatesFor(1)).isEmpty();
    }
}
