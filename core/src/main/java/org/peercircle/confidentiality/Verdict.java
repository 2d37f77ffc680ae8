package org.peercircle.confidentiality;

import com.google.common.collect.ImmutableSet;

/** What {@link Disclosure#decide} answers. To the viewer a denial is absence; its reason is for the owner and tests. */
public sealed interface Verdict {

    /** The viewer may read, honoring the obligations. */
    record Permit(ImmutableSet<Obligation> obligations) implements Verdict {
        static final Permit FREELY = new Permit(ImmutableSet.of());
    }

    /** The viewer may not read. */
    record Deny(Reason reason) implements Verdict {}

    /** Whether the viewer may read. */
    default boolean isPermit() {
        return this instanceof Permit;
    }

    /** Why not. */
    enum Reason {
        /** Erased or expired. */
        GONE,
        /** A fact that decides is not known. */
        UNKNOWN,
        /** Not what it may be read for. */
        PURPOSE,
        /** Nobody the owner chose. */
        AUDIENCE,
        /** Joined after it was said. */
        NOT_YET,
        /** A member who has not said yes to the group's charter as it stands. */
        UNACKNOWLEDGED,
        /** No longer a member. */
        FORMER,
        /** Has power over the owner. */
        POWER,
        /** A conflict is declared. */
        CONFLICT,
        /** It is about the viewer. */
        CONCERNS
    }
}
