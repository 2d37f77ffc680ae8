package org.peercircle.decision;

import com.google.common.collect.ImmutableList;
import java.util.function.Function;

/**
 * What a domain operation answers: accepted, with the new value and the events that say what happened, or refused,
 * with every reason.
 *
 * <p>A refusal is an expected answer, not a fault: the group is full, the cohort is not enrolling. Faults (a store that
 * is down, an argument that is wrong) are exceptions.
 *
 * @param <T> what the operation makes
 */
public sealed interface Decision<T> permits Decision.Accepted, Decision.Refused {

    /**
     * The operation holds.
     *
     * @param value the new value
     * @param events what happened, in order; they carry no content
     */
    record Accepted<T>(T value, ImmutableList<DomainEvent> events) implements Decision<T> {}

    /**
     * The operation was refused and changed nothing.
     *
     * @param refusals every reason found, at least one
     */
    record Refused<T>(ImmutableList<Refusal> refusals) implements Decision<T> {

        /** Checks that there is a reason. */
        public Refused {
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("refusals must not be empty, but was []");
            }
        }
    }

    /** Returns an accepted decision. */
    static <T> Decision<T> accept(T value, DomainEvent... events) {
        return new Accepted<>(value, ImmutableList.copyOf(events));
    }

    /** Returns a refused decision with these reasons, at least one. */
    static <T> Decision<T> refuse(Refusal first, Refusal... more) {
        return new Refused<>(
                ImmutableList.<Refusal>builder().add(first).add(more).build());
    }

    /** Returns a refused decision with these reasons, at least one. */
    static <T> Decision<T> refuse(Iterable<? extends Refusal> refusals) {
        return new Refused<>(ImmutableList.copyOf(refusals));
    }

    /** Whether the operation was accepted. */
    default boolean isAccepted() {
        return this instanceof Accepted<T>;
    }

    /** Returns the new value, or throws the refusals as an exception. */
    default T orElseThrow() {
        if (this instanceof Accepted<T> accepted) {
            return accepted.value();
        }
        throw new RefusedException(refusals());
    }

    /** Returns the reasons; empty when accepted. */
    default ImmutableList<Refusal> refusals() {
        return this instanceof Refused<T> refused ? refused.refusals() : ImmutableList.of();
    }

    /** Returns the events; empty when refused. */
    default ImmutableList<DomainEvent> events() {
        return this instanceof Accepted<T> accepted ? accepted.events() : ImmutableList.of();
    }

    /** Returns this decision about another value. */
    default <U> Decision<U> map(Function<? super T, ? extends U> change) {
        if (this instanceof Accepted<T> accepted) {
            return new Accepted<>(change.apply(accepted.value()), accepted.events());
        }
        return new Refused<>(refusals());
    }

    /** Returns the next decision after this one, with the events of both; the first refusal ends the chain. */
    default <U> Decision<U> then(Function<? super T, Decision<U>> next) {
        if (this instanceof Accepted<T> accepted) {
            Decision<U> second = next.apply(accepted.value());
            if (second instanceof Accepted<U> both) {
                return new Accepted<>(
                        both.value(),
                        ImmutableList.<DomainEvent>builder()
                                .addAll(accepted.events())
                                .addAll(both.events())
                                .build());
            }
            return second;
        }
        return new Refused<>(refusals());
    }
}
