/** Contract tests for adapter authors: extend {@link org.peercircle.persistence.tck.RecordStoreContract}. */
@NullMarked
package org.peercircle.persistence.tck;

import org.jspecify.annotations.NullMarked;
