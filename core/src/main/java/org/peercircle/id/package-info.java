/**
 * Typed ids and where they come from. References between aggregates are ids. Uses no other package of the library.
 */
@NullMarked
package org.peercircle.id;

import org.jspecify.annotations.NullMarked;
