package org.peercircle.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.peercircle.id.PersonId;

/** How long a yes to the charter holds, against when it is to be renewed. */
class AcknowledgementProperties {

    private static final Instant BEFORE_LEAP_DAY = Instant.parse("2028-02-27T00:00:00Z");

    @Property
    void it_holds_until_it_is_to_be_renewed(
            @ForAll @IntRange(max = 4 * 24) int givenAfterHours,
            @ForAll @IntRange(min = -50, max = 50) int seenAfterHours) {
        Instant at = BEFORE_LEAP_DAY.plus(givenAfterHours, ChronoUnit.HOURS);
        Acknowledgement said = new Acknowledgement(PersonId.of("ada"), 1, at);
        Instant seen = said.renewBy().plus(seenAfterHours, ChronoUnit.HOURS);
        assertThat(said.holdsAt(seen)).isEqualTo(seenAfterHours < 0);
    }
}
