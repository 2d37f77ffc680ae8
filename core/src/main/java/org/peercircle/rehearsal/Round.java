package org.peercircle.rehearsal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;
import org.peercircle.internal.ValueStyle;

/** One time the conversation is played. */
@Value.Immutable
@ValueStyle
public interface Round {

    /** How a round relates to the one before. */
    enum Kind {
        /** The conversation from the start. */
        PLAYED,
        /** The same moment again, with what was said in mind. */
        REPLAYED,
        /** The rehearser plays the counterpart, and hears the ask from the other side. */
        SWAPPED
    }

    /** Returns the number, from 1. */
    int number();

    /** Returns how it relates to the one before. */
    Kind kind();

    /** Returns when it began. */
    Instant at();

    /** Returns who has which part. */
    ImmutableMap<PersonId, Part> cast();

    /** Returns what the rehearser thought, before anybody else spoke. */
    Optional<Confidential<SelfAssessment>> selfAssessment();

    /** Returns what peers observed, in the order in which they spoke. */
    ImmutableList<Feedback> feedback();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Returns who plays a part. */
    default ImmutableSet<PersonId> playing(Part part) {
        return cast().entrySet().stream()
                .filter(e -> e.getValue() == part)
                .map(Map.Entry::getKey)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Checks what must hold. */
    @Value.Check
    default void check() {
        Arguments.requireBetween(1, number(), Integer.MAX_VALUE, "number");
        Arguments.require(playing(Part.SPEAKER).size() == 1, "cast", "have one speaker", cast());
        Arguments.require(playing(Part.COUNTERPART).size() == 1, "cast", "have one counterpart", cast());
        Arguments.require(playing(Part.TIMEKEEPER).size() <= 1, "cast", "have at most one timekeeper", cast());
    }

    /** Builds a round. */
    final class Builder extends ImmutableRound.Builder {
        Builder() {}
    }
}
