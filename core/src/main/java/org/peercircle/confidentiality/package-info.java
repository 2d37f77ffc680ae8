/**
 * Who may read what: tags, audiences, viewers, worlds, and the decision. Used by every package above; uses {@code id}
 * only.
 */
@NullMarked
package org.peercircle.confidentiality;

import org.jspecify.annotations.NullMarked;
