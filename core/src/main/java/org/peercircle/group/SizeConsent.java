package org.peercircle.group;

import java.time.Instant;
import org.peercircle.cohort.SizeSignal;

/**
 * The group's word that it goes on at a size outside its rule.
 *
 * @param members how many there were; it holds until the size moves further from the rule
 */
public record SizeConsent(Instant at, int members) {

    boolean holdsFor(SizeSignal signal) {
        return switch (signal.size()) {
            case BELOW_MINIMUM -> signal.members() >= members;
            case ABOVE_MAXIMUM -> signal.members() <= members;
            case VIABLE, IDEAL -> false;
        };
    }
}
