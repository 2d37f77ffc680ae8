package org.peercircle.exercise;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Tag;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.ReflectionId;
import org.peercircle.internal.ValueStyle;

/**
 * What a member wrote in an exercise, and what they made of it later. Theirs alone unless they share it; nothing of it is
 * ever overwritten.
 */
@Value.Immutable
@ValueStyle
public interface Reflection {

    /** A look back at some time. */
    record Later(Instant at, Confidential<LookBack> lookBack) {}

    /** Returns the id. */
    ReflectionId id();

    /** Returns whose it is. */
    PersonId owner();

    /** Returns the group they did it in. */
    GroupId group();

    /** Returns who may read and know of it. */
    Tag tag();

    /** Returns the exercise as it was then. */
    Exercise exercise();

    /** Returns when it was written. */
    Instant writtenAt();

    /** Returns an answer for each question, in order; empty where it was passed over. */
    ImmutableList<Optional<Confidential<String>>> answers();

    /** Returns each look back, oldest first. */
    ImmutableList<Later> later();

    /** Returns the plans that grew out of it. */
    ImmutableSet<PlanId> plans();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Writes answers down. */
    static Decision<Reflection> write(Builder started) {
        Reflection written = started.build();
        int questions = written.exercise().questions().size();
        return written.answers().size() == questions
                ? Decision.accept(written, written.event("reflection-written"))
                : Decision.refuse(new ReflectionRefusal.AnswersDontMatch(
                        written.exercise().code(), written.answers().size(), questions));
    }

    /** Returns the day on which to come back to it, if it is to be and was not; days are UTC's. */
    default Optional<LocalDate> followUpOn() {
        return later().isEmpty()
                ? exercise()
                        .followUp()
                        .map(after ->
                                writtenAt().atZone(ZoneOffset.UTC).toLocalDate().plus(after))
                : Optional.empty();
    }

    /**
     * Looks back.
     *
     * @param fits how many answers the look back speaks of
     */
    default Decision<Reflection> lookBack(Confidential<LookBack> lookBack, int fits, Instant at) {
        return fits == answers().size()
                ? Decision.accept(
                        builder().from(this).addLater(new Later(at, lookBack)).build(), event("looked-back"))
                : Decision.refuse(
                        new ReflectionRefusal.FitsDontMatch(id(), answers().size()));
    }

    /** Notes that a plan grew out of it. */
    default Reflection ledTo(PlanId plan) {
        return builder().from(this).addPlans(plan).build();
    }

    private DomainEvent event(String type) {
        return DomainEvent.of(type, id(), tag(), Map.of());
    }

    /** Builds a reflection. */
    final class Builder extends ImmutableReflection.Builder {
        Builder() {}
    }
}
