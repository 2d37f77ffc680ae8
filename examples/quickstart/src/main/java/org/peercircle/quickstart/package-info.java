/**
 * A coordinator's year in one command, over the public API, as an outside host would write it. Reads a roster, forms
 * groups, plans the year, plays one group's meetings through, and shows all of it.
 */
@NullMarked
package org.peercircle.quickstart;

import org.jspecify.annotations.NullMarked;
