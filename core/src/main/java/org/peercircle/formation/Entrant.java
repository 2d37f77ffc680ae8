package org.peercircle.formation;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.peercircle.id.PersonId;
import org.peercircle.people.Affiliation;
import org.peercircle.people.AttributeValue;
import org.peercircle.people.Availability;
import org.peercircle.people.Participant;

/**
 * Somebody to be seated, as the rules see them.
 *
 * @param traits what rules ask about, by name; a trait that is missing is "no answer"
 */
public record Entrant(PersonId id, ImmutableMap<String, AttributeValue> traits, Optional<Availability> availability) {

    /** The trait that holds departments. */
    public static final String DEPARTMENT = "department";
    /** The trait that holds labs. */
    public static final String LAB = "lab";
    /** The trait that holds the ids of supervisors. */
    public static final String SUPERVISOR = "supervisor";

    /** Returns an entrant with these traits. */
    public static Entrant of(PersonId id, Map<String, AttributeValue> traits) {
        return new Entrant(id, ImmutableMap.copyOf(traits), Optional.empty());
    }

    /** Returns a participant as they are on this day: attributes, departments, labs and supervisors. */
    public static Entrant of(Participant participant, LocalDate on) {
        Map<String, AttributeValue> traits = new HashMap<>(participant.attributes());
        putUnlessEmpty(traits, DEPARTMENT, participant.units(Affiliation.Kind.DEPARTMENT, on));
        putUnlessEmpty(traits, LAB, participant.units(Affiliation.Kind.LAB, on));
        putUnlessEmpty(
                traits,
                SUPERVISOR,
                participant.supervisorsOn(on).stream().map(PersonId::value).collect(ImmutableSet.toImmutableSet()));
        return new Entrant(participant.id(), ImmutableMap.copyOf(traits), participant.availability());
    }

    /** Returns this entrant with one more trait. */
    public Entrant with(String trait, AttributeValue value) {
        Map<String, AttributeValue> more = new HashMap<>(traits);
        more.put(trait, value);
        return new Entrant(id, ImmutableMap.copyOf(more), availability);
    }

    /** Returns the values under a trait; empty for no answer. */
    ImmutableSortedSet<String> values(String trait) {
        AttributeValue value = traits.get(trait);
        return value == null ? ImmutableSortedSet.of() : value.texts();
    }

    /** Returns the number under a trait, or the rank of a level; empty for no answer or no number. */
    OptionalDouble amount(String trait) {
        AttributeValue value = traits.get(trait);
        if (value instanceof AttributeValue.Amount amount) {
            return OptionalDouble.of(amount.value());
        }
        return value instanceof AttributeValue.Level level ? OptionalDouble.of(level.rank()) : OptionalDouble.empty();
    }

    /** Whether both have a value of the trait in common. */
    boolean shares(String trait, Entrant other) {
        ImmutableSortedSet<String> mine = values(trait);
        return !mine.isEmpty() && other.values(trait).stream().anyMatch(mine::contains);
    }

    private static void putUnlessEmpty(Map<String, AttributeValue> traits, String name, ImmutableSet<String> values) {
        if (!values.isEmpty()) {
            traits.put(name, AttributeValue.of(values));
        }
    }
}
