package org.peercircle.moderation;

import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;

/** How a group settles who guides its meetings. */
public sealed interface ModerationRule {

    /** One member, always. */
    record Single(PersonId person) implements ModerationRule {}

    /**
     * Everybody in turn: who has waited longest is next.
     *
     * @param grace how many meetings a newcomer sees before a first turn, 0 to 100
     */
    record Rotating(int grace) implements ModerationRule {
        /** Checks the bounds. */
        public Rotating {
            Arguments.requireBetween(0, grace, 100, "grace");
        }
    }

    /** Returns the rule of one fixed moderator. */
    static ModerationRule single(PersonId person) {
        return new Single(person);
    }

    /** Returns the rule of taking turns from the first meeting on. */
    static ModerationRule rotating() {
        return new Rotating(0);
    }

    /** Returns the rule of taking turns in which a newcomer first sees {@code grace} meetings. */
    static ModerationRule rotatingAfterGrace(int grace) {
        return new Rotating(grace);
    }
}
