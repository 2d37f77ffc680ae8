/** Turns: who guides the next meetings, from history alone. Uses {@code id} only. */
@NullMarked
package org.peercircle.moderation;

import org.jspecify.annotations.NullMarked;
