/** The typed port to a store. Known to {@code office} and to the persistence bridge only. */
@NullMarked
package org.peercircle.office.port;

import org.jspecify.annotations.NullMarked;
