package org.peercircle.group;

/** What somebody is to a group at one time. */
public enum MembershipStatus {
    /** Offered a seat. */
    INVITED,
    /** A member for a short while, not asked yet when the group decides. */
    ON_PROBATION,
    /** A member. */
    ACTIVE,
    /** A member who is away for a time and comes back. */
    ON_LEAVE,
    /** A former member. */
    DEPARTED,
    /** A former member whose seat the group gave up for absence. */
    LAPSED,
    /** A former member who kept the community space. */
    ALUMNUS
}
