/**
 * Turns: who guides the next meetings and who has which other role, from history and what members have arranged. Uses
 * {@code decision} and {@code id} only.
 */
@NullMarked
package org.peercircle.moderation;

import org.jspecify.annotations.NullMarked;
