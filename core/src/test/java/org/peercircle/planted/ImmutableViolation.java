package org.peercircle.planted;

import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.peercircle.confidentiality.custody.Custody;

/** Breaks the rules of the house on purpose, so that each is seen to bite. */
public final class ImmutableViolation {

    private ImmutableViolation() {}

    static Object breaks() {
        Assertions.assertThat(Instant.now()).isNotNull();
        return Custody.class;
    }
}
