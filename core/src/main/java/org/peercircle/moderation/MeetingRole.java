package org.peercircle.moderation;

import java.util.Locale;

/** What somebody does at one meeting, for everybody. A role, never a rank; each rotates by itself. */
public enum MeetingRole {
    /** Guides the meeting. */
    MODERATOR,
    /** Guides it together with the moderator. */
    CO_MODERATOR,
    /** Prepares the meeting and tells the group what it will be about. */
    PLANNER,
    /** Leads the discussion at a meeting that is one. */
    DISCUSSION_LEADER,
    /** Watches the time boxes. */
    TIMEKEEPER,
    /** Writes down what was agreed. */
    NOTE_TAKER,
    /** Sees to the room or the call. */
    HOST;

    /** Returns the name a member reads, such as {@code note taker}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
