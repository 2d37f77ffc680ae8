package org.peercircle.formation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import org.immutables.value.Value;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;
import org.peercircle.internal.ValueStyle;

/**
 * Who is to be seated, in how many groups of which sizes, and by which rules.
 *
 * <pre>{@code
 * FormationProblem problem = FormationProblem.builder()
 *         .addAllEntrants(entrants)
 *         .addAllBounds(GroupBounds.of(SizePlan.of(entrants.size(), GroupSizing.PEER_PROBLEM_SOLVING)))
 *         .addMusts(Must.apartBy(Entrant.LAB), Must.apartBy(Entrant.SUPERVISOR))
 *         .addWishes(Preference.spread(Entrant.DEPARTMENT).weighing(1))
 *         .build();
 * Formation formation = GroupFormer.withEffort(Effort.moves(200_000)).form(problem);
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public interface FormationProblem {

    /** The number that stands for the people who wait, where a rule is asked about a group. */
    int WAITING = -1;

    /** Returns everybody to be seated, no id twice. */
    ImmutableList<Entrant> entrants();

    /** Returns the bounds of each group, at least one. */
    ImmutableList<GroupBounds> bounds();

    /** Returns the rules that must be kept. */
    ImmutableList<Must> musts();

    /** Returns what is preferred. */
    ImmutableList<Wish> wishes();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Returns this problem without the rules that are private to some of its people. */
    default FormationProblem withoutPrivateRules() {
        return builder()
                .from(this)
                .musts(musts().stream().filter(m -> !m.isPrivate()).toList())
                .build();
    }

    /** Returns the score of these groups and those who wait, computed from scratch in the plainest way. */
    default Score score(List<? extends List<Entrant>> groups, List<Entrant> waiting) {
        int broken = 0;
        double preference = 0;
        for (int g = 0; g < groups.size(); g++) {
            List<Entrant> members = groups.get(g);
            int group = g;
            broken += musts().stream().mapToInt(m -> m.broken(members, group)).sum();
            broken += outside(members.size(), bounds().get(g));
        }
        for (Wish wish : wishes()) {
            preference += groups.stream()
                    .mapToDouble(wish.sharing(entrants(), groups.size())::applyAsDouble)
                    .sum();
        }
        broken += musts().stream().mapToInt(m -> m.broken(waiting, WAITING)).sum();
        return new Score(broken, waiting.size(), preference);
    }

    /** Checks what must hold. */
    @Value.Check
    default void check() {
        Arguments.require(!bounds().isEmpty(), "bounds", "hold at least one group", bounds());
        ImmutableSet<PersonId> ids = entrants().stream().map(Entrant::id).collect(ImmutableSet.toImmutableSet());
        Arguments.require(
                ids.size() == entrants().size(),
                "entrants",
                "each have an id of their own",
                entrants().size() + " entrants with " + ids.size() + " ids");
        for (Must must : musts()) {
            MustCheck.check(must, ids, bounds().size(), entrants());
        }
        wishes().forEach(wish -> MustCheck.check(wish.preference(), entrants()));
    }

    private static int outside(int size, GroupBounds bounds) {
        return Math.max(0, bounds.min() - size) + Math.max(0, size - bounds.max());
    }

    /** Builds a problem. */
    final class Builder extends ImmutableFormationProblem.Builder {
        Builder() {}
    }
}
