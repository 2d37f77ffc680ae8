package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.peercircle.decision.Refusal;
import org.peercircle.id.PersonId;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.people.Participant;
import org.peercircle.people.Relation;

/** Whether people are equals: nobody supervises, evaluates, hires or decides on another of them (S1). */
final class Equals {

    private Equals() {}

    /** Returns the first power among these people that speaks against seating them together. */
    static Optional<Refusal> among(Work work, ImmutableSet<PersonId> people) {
        ImmutableList<Participant> all =
                work.findAll(AggregateKind.PARTICIPANT, people).values().asList();
        for (int i = 0; i < all.size(); i++) {
            for (Participant other : all.subList(i + 1, all.size())) {
                for (Relation relation : Relation.between(all.get(i), other, work.today())) {
                    if (relation instanceof Relation.Power power) {
                        return Optional.of(new OfficeRefusal.NotEquals(power));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
