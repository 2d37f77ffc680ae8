/**
 * Peer groups: who is a member when, and what the group agreed. Uses {@code moderation}, {@code meeting},
 * {@code cohort} and what lies below.
 */
@NullMarked
package org.peercircle.group;

import org.jspecify.annotations.NullMarked;
