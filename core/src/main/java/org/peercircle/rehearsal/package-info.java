/**
 * Rehearsals of hard conversations: the brief, rounds with parts, what the speaker thought before anybody else spoke,
 * what peers observed, one commitment, and what happened. Uses {@code confidentiality}, {@code decision} and {@code id}.
 */
@NullMarked
package org.peercircle.rehearsal;

import org.jspecify.annotations.NullMarked;
