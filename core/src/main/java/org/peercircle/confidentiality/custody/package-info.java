/** The way to the raw value, for the office and the persistence bridge alone. Not exported to hosts. */
@NullMarked
package org.peercircle.confidentiality.custody;

import org.jspecify.annotations.NullMarked;
