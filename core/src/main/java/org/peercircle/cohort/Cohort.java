package org.peercircle.cohort;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

/**
 * People at one career stage who take part in one run of the program. A cohort lives through five phases, in order;
 * each operation is refused outside its phase. Nobody disappears: whoever enrolled is seated, invited, waiting,
 * withdrawn or finished.
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

        /** What moves a cohort on from here. */
        String next() {
            return switch (this) {
                case PLANNED -> "Open enrollment first.";
                case ENROLLING -> "End enrollment first.";
                case FORMING -> "Found its groups first.";
                case RUNNING -> "Let its groups end first.";
                case CLOSED -> "Plan another cohort.";
            };
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

    /** Returns when a group whose size is outside the rule is told to decide. */
    @Value.Default
    default SizeWatch watch() {
        return SizeWatch.USUAL;
    }

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

    /** Opens enrollment again, as when too few came for one group. */
    default Decision<Cohort> reopen() {
        return moveOn(Phase.FORMING, Phase.ENROLLING, "cohort-reopened");
    }

    /** Closes the cohort, once nobody sits in a group of it any more. */
    default Decision<Cohort> close(Instant at) {
        int seated = people(Enrollment.Status.SEATED, at).size();
        return phase() == Phase.RUNNING && seated > 0
                ? Decision.refuse(new CohortRefusal.GroupsStillMeet(id(), seated))
                : moveOn(Phase.RUNNING, Phase.CLOSED, "cohort-closed");
    }

    /** Whether its groups meet, or have met. */
    default boolean hasMet() {
        return phase() == Phase.RUNNING || phase() == Phase.CLOSED;
    }

    /** Enrolls a participant; in a running cohort they join the waitlist. */
    default Decision<Cohort> enroll(Applicant applicant, Instant at) {
        PersonId person = applicant.participant().id();
        if (phase() != Phase.ENROLLING && phase() != Phase.RUNNING) {
            return Decision.refuse(new CohortRefusal.WrongPhase(id(), phase(), Phase.ENROLLING));
        }
        if (current(person, at).isPresent()) {
            return Decision.refuse(new CohortRefusal.AlreadyEnrolled(id(), person));
        }
        ImmutableList<String> reasons = eligibility().reasonsAgainst(applicant);
        if (!reasons.isEmpty()) {
            return Decision.refuse(new CohortRefusal.NotEligible(id(), person, reasons));
        }
        Enrollment enrolled = Enrollment.enrolled(person, at);
        return accept(
                phase() == Phase.RUNNING ? enrolled.waiting(WaitReason.ENROLLED_LATER) : enrolled,
                "enrolled",
                Map.of("at", at));
    }

    /** Takes a person without a seat out of the cohort; whoever has a seat leaves their group first. */
    default Decision<Cohort> withdraw(PersonId person, Instant at) {
        Optional<Enrollment> place = current(person, at);
        if (place.isEmpty()) {
            return Decision.refuse(new CohortRefusal.NotEnrolled(id(), person));
        }
        if (place.orElseThrow().status() == Enrollment.Status.SEATED) {
            return alreadySeated(place.orElseThrow());
        }
        return accept(place.orElseThrow().withdrawn(), "withdrawn", Map.of());
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
            return group == null ? enrollment.waiting(WaitReason.NO_SEAT_WHEN_FORMED) : enrollment.seatedIn(group);
        });
        ImmutableList<DomainEvent> placed = running.enrollments().values().stream()
                .filter(Enrollment::isCurrent)
                .map(this::placed)
                .collect(ImmutableList.toImmutableList());
        return new Decision.Accepted<>(running, placed)
                .then(cohort -> cohort.moveOn(Phase.FORMING, Phase.RUNNING, "cohort-running"));
    }

    /**
     * Holds a seat for a waiting person while they are invited to it.
     *
     * @param until when the invitation runs out and they wait again
     */
    default Decision<Cohort> invite(PersonId person, GroupId group, Instant until, Instant at) {
        Optional<Enrollment> place = current(person, at);
        if (phase() != Phase.RUNNING) {
            return Decision.refuse(new CohortRefusal.WrongPhase(id(), phase(), Phase.RUNNING));
        }
        if (place.isEmpty()) {
            return Decision.refuse(new CohortRefusal.NotEnrolled(id(), person));
        }
        return switch (place.orElseThrow().status()) {
            case SEATED -> alreadySeated(place.orElseThrow());
            case INVITED ->
                Decision.refuse(new CohortRefusal.InvitedElsewhere(
                        id(), person, place.orElseThrow().group().orElseThrow()));
            case WAITING, ENROLLED, WITHDRAWN, FINISHED ->
                accept(
                        place.orElseThrow().invitedTo(group, until),
                        "seat-offered",
                        Map.of("group", group, "until", until));
        };
    }

    /** Ends an invitation that came to nothing; the person waits on, in their old place. */
    default Decision<Cohort> release(PersonId person, Instant at) {
        Optional<Enrollment> place = current(person, at).filter(e -> e.status() == Enrollment.Status.INVITED);
        return place.flatMap(e -> e.waits().map(e::waiting))
                .map(waiting -> accept(waiting, "seat-not-taken", Map.of()))
                .orElseGet(() -> Decision.refuse(new CohortRefusal.NotWaiting(id(), person)));
    }

    /** Gives a seat to somebody invited to it. */
    default Decision<Cohort> seat(PersonId person, GroupId group, Instant at) {
        Optional<Enrollment> place = current(person, at);
        if (place.isEmpty()) {
            return Decision.refuse(new CohortRefusal.NotEnrolled(id(), person));
        }
        Enrollment now = place.orElseThrow();
        return switch (now.status()) {
            case SEATED -> alreadySeated(now);
            case INVITED ->
                now.group().equals(Optional.of(group))
                        ? accept(now.seatedIn(group), "seated", Map.of("group", group))
                        : Decision.refuse(new CohortRefusal.InvitedElsewhere(
                                id(), person, now.group().orElseThrow()));
            case WAITING, ENROLLED, WITHDRAWN, FINISHED -> Decision.refuse(new CohortRefusal.NotWaiting(id(), person));
        };
    }

    /**
     * Takes a leaver's seat back; from then on they are withdrawn, and can enroll again.
     *
     * @param end when the seat becomes free; at or before {@code at} it is free at once
     */
    default Decision<Cohort> vacate(PersonId person, Instant end, Instant at) {
        return seated(person, at)
                .map(e -> accept(e.leavingAt(end).asOf(at), "seat-vacated", Map.of("until", end)))
                .orElseGet(() -> Decision.refuse(new CohortRefusal.NotEnrolled(id(), person)));
    }

    /** Ends the place of somebody whose group has ended; they can enroll again. */
    default Decision<Cohort> finish(PersonId person, Instant at) {
        return seated(person, at)
                .map(e -> accept(e.finished(), "finished", Map.of()))
                .orElseGet(() -> Decision.refuse(new CohortRefusal.NotEnrolled(id(), person)));
    }

    /** Returns the person's place, if they ever enrolled. */
    default Optional<Enrollment> enrollment(PersonId person) {
        return Optional.ofNullable(enrollments().get(person));
    }

    /** Returns the person's place at this instant, if they ever enrolled. */
    default Optional<Enrollment> enrollment(PersonId person, Instant now) {
        return enrollment(person).map(e -> e.asOf(now));
    }

    /** Returns who has this status at this instant, first come first: the fair order of the waitlist. */
    default ImmutableList<PersonId> people(Enrollment.Status status, Instant now) {
        return enrollments().values().stream()
                .filter(e -> e.asOf(now).status() == status)
                .sorted(Comparator.comparing(Enrollment::at))
                .map(Enrollment::person)
                .collect(ImmutableList.toImmutableList());
    }

    /** Checks what must hold. */
    @Value.Check
    default void check() {
        Arguments.requireText(name(), "name");
        enrollments()
                .forEach((person, e) ->
                        Arguments.require(person.equals(e.person()), "enrollment", "name its person", e.person()));
    }

    private Decision<Cohort> moveOn(Phase from, Phase to, String event) {
        if (phase() != from) {
            return Decision.refuse(new CohortRefusal.WrongPhase(id(), phase(), from));
        }
        return Decision.accept(
                builder().from(this).phase(to).build(), DomainEvent.of(event, id(), Tag.PUBLIC, Map.of()));
    }

    private Optional<Enrollment> current(PersonId person, Instant at) {
        return enrollment(person, at).filter(Enrollment::isCurrent);
    }

    private Optional<Enrollment> seated(PersonId person, Instant at) {
        return enrollment(person, at).filter(e -> e.status() == Enrollment.Status.SEATED);
    }

    private Decision<Cohort> alreadySeated(Enrollment place) {
        return Decision.refuse(new CohortRefusal.AlreadySeated(
                id(), place.person(), place.group().orElseThrow()));
    }

    private Decision<Cohort> accept(Enrollment next, String event, Map<String, ?> facts) {
        return Decision.accept(with(next), event(event, next.person(), facts));
    }

    private DomainEvent placed(Enrollment place) {
        return place.group()
                .map(group -> event("seated", place.person(), Map.of("group", group)))
                .orElseGet(() -> event("waits", place.person(), Map.of()));
    }

    private DomainEvent event(String type, PersonId person, Map<String, ?> facts) {
        Map<String, Object> all = new TreeMap<>(facts);
        all.put("person", person);
        return DomainEvent.of(type, id(), Tag.officeFact(Owner.of(person), program()), all);
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

    /** Builds a cohort as it was stored; new ones come from {@link #plan}. */
    final class Builder extends ImmutableCohort.Builder {
        Builder() {}
    }
}
