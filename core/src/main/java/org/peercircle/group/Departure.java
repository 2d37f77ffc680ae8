package org.peercircle.group;

import java.time.Instant;
import java.util.Optional;
import org.peercircle.confidentiality.Confidential;

/**
 * How a membership ends.
 *
 * @param at from when on the person is no member
 * @param keepsSpace whether they keep the community space, as alumni
 * @param wantsFarewell whether the agenda of their last meeting has a farewell
 * @param reason for the leaver alone
 */
public record Departure(
        Instant at, Kind kind, boolean keepsSpace, boolean wantsFarewell, Optional<Confidential<String>> reason) {

    /** Who ended it. */
    public enum Kind {
        /** The member. */
        LEFT,
        /** The group, by its rule of consent. */
        REMOVED,
        /** The group, by its rule of consent, after too much absence. */
        LAPSED,
        /** The group itself ended. */
        GROUP_ENDED
    }
}
