package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.peercircle.decision.Refusal;
import org.peercircle.id.PersonId;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.people.Participant;
import org.peercircle.people.Relation;

/** Whether people are equals: nobody supervises, evaluates, hires or decides on another of them (S1). */
final class Equals {

    private Equals() {}

    /** Returns the first power among these people that speaks against their sitting together. */
    static Optional<Refusal> among(Work work, ImmutableSet<PersonId> people) {
        ImmutableList<Participant> all = known(work, people);
        return IntStream.range(0, all.size())
                .boxed()
                .flatMap(i -> all.subList(i + 1, all.size()).stream().flatMap(other -> powers(work, all.get(i), other)))
                .findFirst();
    }

    /** Returns the first power between somebody and one of these people; what these are to each other is not asked. */
    static Optional<Refusal> between(Work work, PersonId person, ImmutableSet<PersonId> people) {
        return work.find(AggregateKind.PARTICIPANT, person).stream()
                .flatMap(one -> known(work, people).stream().flatMap(other -> powers(work, one, other)))
                .findFirst();
    }

    private static ImmutableList<Participant> known(Work work, ImmutableSet<PersonId> people) {
        return work.findAll(AggregateKind.PARTICIPANT, people).values().asList();
    }

    private static Stream<Refusal> powers(Work work, Participant one, Participant other) {
        return Relation.between(one, other, work.today()).stream()
                .filter(Relation.Power.class::isInstance)
                .map(relation -> new OfficeRefusal.NotEquals((Relation.Power) relation));
    }
}
