package org.peercircle.people;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.peercircle.confidentiality.Atom;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Policy;
import org.peercircle.confidentiality.Purpose;
import org.peercircle.confidentiality.Tag;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;
import org.peercircle.internal.ValueStyle;

/**
 * A person in the program, as the host knows them, and what they declared in private.
 *
 * <pre>{@code
 * Participant ada = Participant.builder()
 *         .id(PersonId.of("ada"))
 *         .name("Ada Lovelace")
 *         .stage(CareerStage.POSTDOC)
 *         .addAffiliations(Affiliation.department("Mathematics"), Affiliation.lab("Babbage Lab"))
 *         .addPowers(PowerRelation.supervisedBy(PersonId.of("babbage")))
 *         .build();
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public interface Participant {

    /** Returns the id. */
    PersonId id();

    /** Returns the name by which the person is shown. */
    String name();

    /** Returns the career stage. */
    CareerStage stage();

    /** Returns where the person belongs and belonged. */
    ImmutableList<Affiliation> affiliations();

    /** Returns who has power over the person. */
    ImmutableList<PowerRelation> powers();

    /** Returns what else the host knows, by name. */
    ImmutableMap<String, AttributeValue> attributes();

    /** Returns when the person can meet; empty if not known. */
    Optional<Availability> availability();

    /** Returns the person's legal duty to pass things on; none unless said. */
    @Value.Default
    default ReportingDuty reportingDuty() {
        return ReportingDuty.NONE;
    }

    /** Returns what the person declared for forming groups; empty if nothing. */
    Optional<Confidential<Declarations>> declarations();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Returns the tag of a person's declarations: only the forming engine reads them, and the person as of right. */
    static Tag declarationsTag(PersonId person) {
        return Tag.of(Policy.of(Owner.of(person), new Atom.Nobody()), Purpose.OPERATE, Purpose.SUBJECT_RIGHTS);
    }

    /** Returns the units of this kind to which the person belongs on this day, in the order given. */
    default ImmutableSet<String> units(Affiliation.Kind kind, LocalDate on) {
        return affiliations().stream()
                .filter(a -> a.kind() == kind && a.during().contains(on))
                .map(Affiliation::unit)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Returns those who have power over the person on this day. */
    default ImmutableSet<PersonId> powersOn(LocalDate day) {
        return powers().stream()
                .filter(p -> p.during().contains(day))
                .map(PowerRelation::holder)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Returns those who supervise the person on this day. */
    default ImmutableSet<PersonId> supervisorsOn(LocalDate day) {
        return powers().stream()
                .filter(p ->
                        p.kind() == PowerRelation.Kind.SUPERVISES && p.during().contains(day))
                .map(PowerRelation::holder)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Returns this participant with other declarations, or none. */
    default Participant withDeclared(Optional<Confidential<Declarations>> declared) {
        return builder().from(this).declarations(declared).build();
    }

    /** Checks what must hold. */
    @Value.Check
    default void check() {
        Arguments.requireText(name(), "name");
        powers().forEach(p -> Arguments.require(
                !p.holder().equals(id()), "holder", "be someone else than the participant", p.holder()));
    }

    /** Builds a participant. */
    final class Builder extends ImmutableParticipant.Builder {
        Builder() {}
    }
}
