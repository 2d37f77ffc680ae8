package org.peercircle.exercise;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import org.immutables.value.Value;
import org.peercircle.confidentiality.Audience;
import org.peercircle.internal.Arguments;
import org.peercircle.internal.ValueStyle;

/**
 * Something a group or a member does together or alone to find out what they want: prompts with minutes, who reads what
 * is written unless its author says otherwise, and when to come back to it. Exercises are data; a host may add its own.
 *
 * <pre>{@code
 * Exercise elevator = Exercise.builder().code("elevator-pitch").name("Elevator pitch")
 *         .addPrompts(Prompt.of(Prompt.Kind.WRITE, 10, "Say what you work on in three sentences, to a stranger."))
 *         .build();
 * }</pre>
 */
@Value.Immutable
@ValueStyle
public interface Exercise {

    /** Returns a stable name, such as {@code ideal-day}. */
    String code();

    /** Returns the name by which it is shown. */
    String name();

    /** Returns what one does, in order. */
    ImmutableList<Prompt> prompts();

    /** Returns who reads what is written, unless its author chooses otherwise. */
    @Value.Default
    default Audience privacy() {
        return Audience.JUST_ME;
    }

    /** Returns how often it is done, on as many days. */
    @Value.Default
    default int times() {
        return 1;
    }

    /** Returns when one comes back to what one wrote; empty if not. */
    Optional<Period> followUp();

    /** Returns what to ask then; for each answer the question is how it fits one's present path. */
    Optional<String> followUpQuestion();

    /** Returns the codes of resources that go with it. */
    ImmutableSet<String> resources();

    /** Returns where it comes from. */
    Optional<String> source();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Returns how long it takes once. */
    default Duration length() {
        return prompts().stream().map(Prompt::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns the prompts whose answers are kept. */
    default ImmutableList<Prompt> questions() {
        return prompts().stream().filter(Prompt::isAnswered).collect(ImmutableList.toImmutableList());
    }

    /** Checks what must hold. */
    @Value.Check
    default void check() {
        Arguments.requireText(code(), "code");
        Arguments.requireText(name(), "name");
        Arguments.require(!prompts().isEmpty(), "prompts", "hold at least one", prompts());
        Arguments.requireBetween(1, times(), 30, "times");
        followUp().ifPresent(p -> Arguments.requireAtLeastADay(p, "followUp"));
        Arguments.require(
                followUp().isEmpty() || !questions().isEmpty(), "prompts", "keep an answer to come back to", prompts());
    }

    /** Builds an exercise. */
    final class Builder extends ImmutableExercise.Builder {
        Builder() {}
    }
}
