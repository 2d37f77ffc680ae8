package org.peercircle.persistence.tck;

/**
 * When what changes who may read happened in a script, by the number of the act.
 *
 * @param joined the first act at whose instant the newcomer is a member who has said yes to the charter; acts of that very
 *     instant count as later
 * @param left the act after which the member who leaves is none
 * @param powerGained the act with which p3 came to supervise p1
 */
record Timeline(int joined, int left, int powerGained) {}
