package org.peercircle.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Reader;
import org.peercircle.id.ObstacleId;
import org.peercircle.id.PersonId;
import org.peercircle.id.RehearsalId;
import org.peercircle.id.StepId;
import org.peercircle.internal.Arguments;
import org.peercircle.internal.ValueStyle;

/** What a member will do: "I will <i>verb object</i> by <i>date</i>". */
@Value.Immutable
@ValueStyle
public interface NextStep {

    /** Returns the id; a carried step keeps it through every revision. */
    StepId id();

    /** Returns what they will do. */
    Confidential<String> what();

    /** Returns by when; a step without a day is asked about at every meeting. */
    Optional<LocalDate> due();

    /** Returns when and where they will do it. */
    Optional<Confidential<String>> whenAndWhere();

    /** Returns the obstacle it gets round. */
    Optional<ObstacleId> answers();

    /** Returns the member who asks about it. */
    Optional<PersonId> partner();

    /** Returns how committed they are, from 1 to 10, by their own word. */
    Optional<Integer> commitment();

    /** Returns the rehearsal it came from. */
    Optional<RehearsalId> rehearsal();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Whether its day has passed. */
    default boolean isOverdueOn(LocalDate today) {
        return due().filter(d -> d.isBefore(today)).isPresent();
    }

    /** Returns the step as its owner would say it, as far as the reader may read; empty if they may not. */
    default Optional<String> sentence(Reader reader) {
        return reader.read(what()).map(text -> sentence(text, whenAndWhere().flatMap(reader::read)));
    }

    /** Returns the step as its owner would say it, of texts that somebody has read. */
    default String sentence(String whatText, Optional<String> whenAndWhereText) {
        return "I will " + Wording.afterOpening(whatText)
                + due().map(d -> " by " + d).orElse("")
                + whenAndWhereText.map(w -> ", " + w).orElse("");
    }

    /** Checks the commitment. */
    @Value.Check
    default void check() {
        commitment().ifPresent(c -> Arguments.requireBetween(1, c, 10, "commitment"));
    }

    /** Builds a step. */
    final class Builder extends ImmutableNextStep.Builder {
        Builder() {}
    }
}
