package org.peercircle.meeting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.peercircle.id.PersonId;
import org.peercircle.id.StepId;
import org.peercircle.id.TopicId;
import org.peercircle.internal.Arguments;
import org.peercircle.internal.ValueStyle;

/** What an agenda is planned from. */
@Value.Immutable
@ValueStyle
public interface AgendaRequest {

    /** Returns the day of the meeting. */
    LocalDate on();

    /** Returns the meeting's length in whole minutes. */
    Duration length();

    /** Returns the meeting's format. */
    MeetingFormat format();

    /** Returns those expected, at least one. */
    ImmutableSet<PersonId> attending();

    /** Returns the open steps known; those not due by the day, or whose owner is not expected, are passed over. */
    ImmutableList<OpenStep> steps();

    /** Returns the topics asked for; those of people not expected are carried over. */
    ImmutableList<TopicRequest> topics();

    /** Returns those of the expected whose last meeting it is and who want a farewell. */
    ImmutableSet<PersonId> leaving();

    /** Returns the topic that the group wants first all the same, whoever waits. */
    Optional<TopicId> putFirst();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** A step that somebody promised. */
    record OpenStep(StepId step, PersonId owner, LocalDate due) {}

    /**
     * A wish for time.
     *
     * @param asked whole minutes, 5 to 120
     * @param meetingsWaited how many meetings were held since it was brought, or since one of its owner's topics was
     *     reached, whichever is fewer; at least 0
     */
    record TopicRequest(TopicId topic, PersonId by, Duration asked, Urgency urgency, int meetingsWaited) {
        /** Checks the minutes. */
        public TopicRequest {
            Arguments.requireBetween(5, asked.toMinutes(), 120, "asked minutes");
            Arguments.require(meetingsWaited >= 0, "meetingsWaited", "be at least 0", meetingsWaited);
        }
    }

    /** Checks what must hold. */
    @Value.Check
    default void check() {
        Arguments.require(!attending().isEmpty(), "attending", "hold someone", attending());
        Arguments.requireBetween(1, length().toMinutes(), 480, "length in minutes");
    }

    /** Builds a request. */
    final class Builder extends ImmutableAgendaRequest.Builder {
        Builder() {}
    }
}
