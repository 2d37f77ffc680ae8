/**
 * Peer groups over their whole life: who is a member when ({@code Membership}), how somebody becomes one
 * ({@code Invitation}), what the group agreed and by which rule ({@code Charter}, {@code Proposal}, {@code ConsentRule}),
 * who comes regularly ({@code Standings}), and where its people stay in touch ({@code CommunitySpace}). Uses
 * {@code moderation}, {@code meeting}, {@code cohort}, {@code people} and what lies below.
 */
@NullMarked
package org.peercircle.group;

import org.jspecify.annotations.NullMarked;
