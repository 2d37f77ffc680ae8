package org.peercircle.formation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Comparator;
import java.util.Objects;
import org.peercircle.id.PersonId;

/** What changes to a formation would come to, from the groups they touch alone, by the search's own arrays. */
final class Prices {

    private final Score now;
    private final Seating seating;
    private final ImmutableMap<PersonId, Integer> numbers;

    private Prices(Score now, Seating seating, ImmutableMap<PersonId, Integer> numbers) {
        this.now = now;
        this.seating = seating;
        this.numbers = numbers;
    }

    static Prices of(Formation formation) {
        ImmutableList<Entrant> numbered = ImmutableList.sortedCopyOf(
                Comparator.comparing(Entrant::id), formation.problem().entrants());
        Seating seating = new Seating(formation.problem(), numbered);
        ImmutableMap.Builder<PersonId, Integer> numbers = ImmutableMap.builder();
        int[] rows = new int[numbered.size()];
        for (int i = 0; i < rows.length; i++) {
            PersonId id = numbered.get(i).id();
            numbers.put(id, i);
            rows[i] = formation.groupOf(id).orElse(seating.waitingRow());
        }
        seating.seat(rows);
        return new Prices(formation.score(), seating, numbers.buildOrThrow());
    }

    /** The effect of a move to a group. */
    synchronized Effect ofMove(PersonId person, int group) {
        seating.priceMove(number(person), group);
        return effect(new Change.MoveTo(person, group));
    }

    /** The effect of a swap between two rows. */
    synchronized Effect ofSwap(PersonId one, PersonId other) {
        seating.priceSwap(number(one), number(other));
        return effect(new Change.Swap(one, other));
    }

    /** The effect of leaving a group to wait. */
    synchronized Effect ofTakingOut(Change.TakeOut out) {
        seating.priceMove(number(out.person()), seating.waitingRow());
        return effect(out);
    }

    private Effect effect(Change change) {
        Score priced = seating.priced();
        double gain = priced.preference() - seating.score();
        return new Effect(change, now, new Score(priced.broken(), priced.waiting(), now.preference() + gain));
    }

    private int number(PersonId person) {
        return Objects.requireNonNull(numbers.get(person));
    }
}
