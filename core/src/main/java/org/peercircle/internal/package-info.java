/** What several packages of the core share and no host needs. Not exported; uses no other package of the library. */
@NullMarked
package org.peercircle.internal;

import org.jspecify.annotations.NullMarked;
