/** A store and a vault that last as long as the process. */
@NullMarked
package org.peercircle.persistence.memory;

import org.jspecify.annotations.NullMarked;
