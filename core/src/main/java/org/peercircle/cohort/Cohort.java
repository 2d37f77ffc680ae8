package org.peercircle.cohort;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Tag;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.internal.Arguments;
import org.peercircle.internal.ValueStyle;
import org.peercircle.people.Participant;

/**
 * People at one career stage who take part in one run of the program. A cohort lives through five phases, in order;
 * each operation is refused outside its phase. Nobody disappears: whoever enrolled is seated, waiting or withdrawn.
 */
@Value.Immutable
@ValueStyle
public interface Cohort {

    /** The phases of a cohort's life, in order. */
    enum Phase {
        /** Being set up. */
        PLANNED,
        /** Taking enrollments. */
        ENROLLING,
        /** Groups are being formed. */
        FORMING,
        /** Groups meet. */
        RUNNING,
        /** Over. */
        CLOSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the id. */
    CohortId id();

    /** Returns the program it belongs to. */
    ProgramId program();

    /** Returns the name by which it is shown. */
    String name();

    /** Returns who may enroll. */
    Eligibility eligibility();

    /** Returns how large its groups may be and should be. */
    GroupSizing sizing();

    /** Returns how far it has come. */
    Phase phase();

    /** Returns everybody who ever enrolled, in the order in which they came. */
    ImmutableMap<PersonId, Enrollment> enrollments();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Returns a planned cohort with nobody in it. */
    static Cohort plan(CohortId id, ProgramId program, String name, Eligibility eligibility, GroupSizing sizing) {
        return builder()
                .id(id)
                .program(program)
                .name(name)
                .eligibility(eligibility)
                .sizing(sizing)
                .phase(Phase.PLANNED)
                .build();
    }

    /** Opens enrollment. */
    default Decision<Cohort> open() {
        return moveOn(Phase.PLANNED, Phase.ENROLLING, "cohort-opened");
    }

    /** Ends enrollment, so that groups can be formed from those who came. */
    default Decision<Cohort> startForming() {
        return moveOn(Phase.ENROLLING, Phase.FORMING, "forming-started");
    }

    /** Closes the cohort. */
    default Decision<Cohort> close() {
        return moveOn(Phase.RUNNING, Phase.CLOSED, "cohort-closed");
    }

    /** Enrolls a participant; in a running cohort they join the waitlist. */
    default Decision<Cohort> enroll(Participant participant, Instant at) {
        PersonId person = participant.id();
        if (phase() != Phase.ENROLLING && phase() != Phase.RUNNING) {
            return Decision.refuse(new CohortRefusal.WrongPhase(id(), phase(), Phase.ENROLLING));
        }
        if (enrollment(person).filter(Enrollment::isCurrent).isPresent()) {
            return Decision.refuse(new CohortRefusal.AlreadyEnrolled(id(), person));
        }
        ImmutableList<String> reasons = eligibility().reasonsAgainst(participant);
        if (!reasons.isEmpty()) {
            return Decision.refuse(new CohortRefusal.NotEligible(id(), person, reasons));
        }
        Enrollment.Status status = phase() == Phase.RUNNING ? Enrollment.Status.WAITING : Enrollment.Status.ENROLLED;
        return Decision.accept(with(new Enrollment(person, at, status, Optional.empty())), event("enrolled", person));
    }

    /** Takes a person without a seat out of the cohort; whoever has a seat leaves their group first. */
    default Decision<Cohort> withdraw(PersonId person) {
        Optional<Enrollment> enrollment = enrollment(person).filter(Enrollment::isCurrent);
        if (enrollment.isEmpty()) {
            return Decision.refuse(new CohortRefusal.NotEnrolled(id(), person));
        }
        return refuseIfSeated(person)
                .orElseGet(
                        () -> Decision.accept(with(enrollment.orElseThrow().withdrawn()), event("withdrawn", person)));
    }

    /**
     * Seats people in their groups and starts the cohort; whoever is enrolled and not seated waits.
     *
     * @param seats the group of each person who has a seat
     */
    default Decision<Cohort> run(Map<PersonId, GroupId> seats) {
        if (phase() != Phase.FORMING) {
            return Decision.refuse(new CohortRefusal.WrongPhase(id(), phase(), Phase.FORMING));
        }
        for (PersonId person : seats.keySet()) {
            if (enrollment(person).filter(Enrollment::isCurrent).isEmpty()) {
                return Decision.refuse(new CohortRefusal.NotEnrolled(id(), person));
            }
        }
        Cohort running = changeEach(enrollment -> {
            if (!enrollment.isCurrent()) {
                return enrollment;
            }
            GroupId group = seats.get(enrollment.person());
            return group == null ? enrollment.waiting() : enrollment.seatedIn(group);
        });
        return running.moveOn(Phase.FORMING, Phase.RUNNING, "cohort-running");
    }

    /** Gives a waiting person a seat. */
    default Decision<Cohort> seat(PersonId person, GroupId group) {
        if (phase() != Phase.RUNNING) {
            return Decision.refuse(new CohortRefusal.WrongPhase(id(), phase(), Phase.RUNNING));
        }
        Optional<Enrollment> enrollment = enrollment(person).filter(Enrollment::isCurrent);
        if (enrollment.isEmpty()) {
            return Decision.refuse(new CohortRefusal.NotEnrolled(id(), person));
        }
        return refuseIfSeated(person)
                .orElseGet(
                        () -> Decision.accept(with(enrollment.orElseThrow().seatedIn(group)), event("seated", person)));
    }

    /** Takes a leaver's seat back; they are withdrawn, and can enroll again. */
    default Decision<Cohort> vacate(PersonId person) {
        Optional<Enrollment> enrollment = enrollment(person).filter(e -> e.status() == Enrollment.Status.SEATED);
        return enrollment
                .map(e -> Decision.accept(with(e.withdrawn()), event("seat-vacated", person)))
                .orElseGet(() -> Decision.refuse(new CohortRefusal.NotEnrolled(id(), person)));
    }

    /** Returns the person's place, if they ever enrolled. */
    default Optional<Enrollment> enrollment(PersonId person) {
        return Optional.ofNullable(enrollments().get(person));
    }

    /** Returns who has this status, first come first. */
    default ImmutableList<PersonId> people(Enrollment.Status status) {
        return enrollments().values().stream()
                .filter(e -> e.status() == status)
                .sorted(Comparator.comparing(Enrollment::at))
                .map(Enrollment::person)
                .collect(ImmutableList.toImmutableList());
    }

    /** Checks what must hold. */
    @Value.Check
    default void check() {
        Arguments.requireText(name(), "name");
        enrollments()
                .forEach((person, e) -> Arguments.require(
                        person.equals(e.person())
                                && (e.status() == Enrollment.Status.SEATED)
                                        == e.group().isPresent(),
                        "enrollment",
                        "name its person, and a group just when seated",
                        e));
    }

    private Decision<Cohort> moveOn(Phase from, Phase to, String event) {
        if (phase() != from) {
            return Decision.refuse(new CohortRefusal.WrongPhase(id(), phase(), from));
        }
        return Decision.accept(
                builder().from(this).phase(to).build(), DomainEvent.of(event, id(), Tag.PUBLIC, Map.of()));
    }

    private Optional<Decision<Cohort>> refuseIfSeated(PersonId person) {
        return enrollment(person)
                .flatMap(Enrollment::group)
                .map(group -> Decision.refuse(new CohortRefusal.AlreadySeated(id(), person, group)));
    }

    private Cohort with(Enrollment changed) {
        Map<PersonId, Enrollment> all = new LinkedHashMap<>(enrollments());
        all.put(changed.person(), changed);
        return builder().from(this).enrollments(all).build();
    }

    private Cohort changeEach(UnaryOperator<Enrollment> change) {
        Map<PersonId, Enrollment> all = new LinkedHashMap<>(enrollments());
        all.replaceAll((person, enrollment) -> change.apply(enrollment));
        return builder().from(this).enrollments(all).build();
    }

    private DomainEvent event(String type, PersonId person) {
        return DomainEvent.of(type, id(), Tag.officeFact(Owner.of(person), program()), Map.of("person", person));
    }

    /** Builds a cohort as it was stored; new ones come from {@link #plan}. */
    final class Builder extends ImmutableCohort.Builder {
        Builder() {}
    }
}
