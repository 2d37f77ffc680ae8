/**
 * People: participants, where they belong, who has power over them, when they can meet, what they declared in private.
 * Uses {@code confidentiality}, {@code decision} and {@code id}.
 */
@NullMarked
package org.peercircle.people;

import org.jspecify.annotations.NullMarked;
