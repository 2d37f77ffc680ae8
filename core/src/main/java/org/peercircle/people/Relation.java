package org.peercircle.people;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.util.Objects;
import org.peercircle.id.PersonId;

/** How two participants stand to each other, as the host knows it. A declared conflict is private and not among these. */
public sealed interface Relation {

    /** Returns the relation as a sentence for a coordinator. */
    String message();

    /** One has power over the other: they are no equals (S1). */
    record Power(PersonId holder, PowerRelation.Kind kind, PersonId subject) implements Relation {
        @Override
        public String message() {
            return holder + " " + kind.words() + " " + subject + ".";
        }
    }

    /** Both have this supervisor. */
    record SharedSupervisor(PersonId one, PersonId other, PersonId supervisor) implements Relation {
        @Override
        public String message() {
            return one + " and " + other + " have one supervisor, " + supervisor + ".";
        }
    }

    /** Both belong to this unit. */
    record SharedUnit(PersonId one, PersonId other, Affiliation.Kind kind, String unit) implements Relation {
        @Override
        public String message() {
            return one + " and " + other + " are of one " + kind.word() + ", " + unit + ".";
        }
    }

    /**
     * Returns every relation between two participants on a day, powers first.
     *
     * @return empty when nothing is known
     */
    static ImmutableSet<Relation> between(Participant one, Participant other, LocalDate on) {
        ImmutableSet.Builder<Relation> relations = ImmutableSet.builder();
        addPowers(relations, one, other, on);
        addPowers(relations, other, one, on);
        Sets.intersection(one.supervisorsOn(on), other.supervisorsOn(on))
                .forEach(supervisor -> relations.add(new SharedSupervisor(one.id(), other.id(), supervisor)));
        for (Affiliation.Kind kind : Affiliation.Kind.values()) {
            Sets.intersection(one.units(kind, on), other.units(kind, on))
                    .forEach(unit -> relations.add(new SharedUnit(one.id(), other.id(), kind, unit)));
        }
        return relations.build();
    }

    private static void addPowers(
            ImmutableSet.Builder<Relation> relations, Participant holder, Participant subject, LocalDate on) {
        subject.powers().stream()
                .filter(p ->
                        Objects.equals(p.holder(), holder.id()) && p.during().contains(on))
                .forEach(p -> relations.add(new Power(holder.id(), p.kind(), subject.id())));
    }
}
