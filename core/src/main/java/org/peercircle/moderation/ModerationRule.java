package org.peercircle.moderation;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.util.Optional;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;

/**
 * How a group settles who guides its meetings, and which other roles it shares.
 *
 * <pre>{@code
 * ModerationRule rule = ModerationRule.rotating()
 *         .afterGrace(1)
 *         .withOnceBeforeTwice()
 *         .sharing(MeetingRole.TIMEKEEPER, MeetingRole.NOTE_TAKER);
 * }</pre>
 */
public sealed interface ModerationRule {

    /** Returns the roles, besides moderation, that rotate at every meeting. */
    ImmutableSet<MeetingRole> shared();

    /** Returns how many meetings one turn of a role lasts; only moderation has terms. */
    default int termOf(MeetingRole role) {
        return role == MeetingRole.MODERATOR && this instanceof Rotating rotating ? rotating.term() : 1;
    }

    /**
     * One member, for a term or for good. When they are away, have left, or their term is over, whoever has waited
     * longest guides.
     *
     * @param until when the term ends, exclusive; empty for good
     */
    record Single(PersonId person, Optional<Instant> until, ImmutableSet<MeetingRole> shared)
            implements ModerationRule {
        /** Orders the roles. */
        public Single {
            shared = checked(shared);
        }
    }

    /**
     * Everybody in turn: who has waited longest is next.
     *
     * @param grace how many meetings a newcomer sees before a first turn, 0 to 100
     * @param term how many meetings one turn of moderating lasts, 1 to 100
     * @param onceBeforeTwice whether members who have not moderated yet go before all who have
     * @param first who guides the very first meeting
     */
    record Rotating(
            int grace, int term, boolean onceBeforeTwice, Optional<PersonId> first, ImmutableSet<MeetingRole> shared)
            implements ModerationRule {
        /** Checks the bounds. */
        public Rotating {
            Arguments.requireBetween(0, grace, 100, "grace");
            Arguments.requireBetween(1, term, 100, "term");
            shared = checked(shared);
        }

        /** Returns this rule in which a newcomer first sees so many meetings. */
        public Rotating afterGrace(int meetings) {
            return new Rotating(meetings, term, onceBeforeTwice, first, shared);
        }

        /** Returns this rule with turns of several meetings in a row. */
        public Rotating inTermsOf(int meetings) {
            return new Rotating(grace, meetings, onceBeforeTwice, first, shared);
        }

        /** Returns this rule with everybody moderating once before anybody does twice. */
        public Rotating withOnceBeforeTwice() {
            return new Rotating(grace, term, true, first, shared);
        }

        /** Returns this rule with a fixed first moderator. */
        public Rotating startingWith(PersonId person) {
            return new Rotating(grace, term, onceBeforeTwice, Optional.of(person), shared);
        }

        /** Returns this rule with these roles rotating as well. */
        public Rotating sharing(MeetingRole... roles) {
            return new Rotating(grace, term, onceBeforeTwice, first, ImmutableSet.copyOf(roles));
        }
    }

    /** Returns the rule of one fixed moderator. */
    static Single single(PersonId person) {
        return new Single(person, Optional.empty(), ImmutableSet.of());
    }

    /** Returns the rule of one moderator until their term is over. */
    static Single singleUntil(PersonId person, Instant end) {
        return new Single(person, Optional.of(end), ImmutableSet.of());
    }

    /** Returns the rule of taking turns from the first meeting on. */
    static Rotating rotating() {
        return new Rotating(0, 1, false, Optional.empty(), ImmutableSet.of());
    }

    /** Returns the rule of two who share the work: one plans a meeting, another guides it, and both rotate. */
    static Rotating plannerAndLeader() {
        return rotating().sharing(MeetingRole.PLANNER);
    }

    private static ImmutableSet<MeetingRole> checked(ImmutableSet<MeetingRole> shared) {
        Arguments.require(!shared.contains(MeetingRole.MODERATOR), "shared", "not hold the moderator", shared);
        return Sets.immutableEnumSet(shared);
    }
}
