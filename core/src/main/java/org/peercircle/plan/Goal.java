package org.peercircle.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.peercircle.confidentiality.Confidential;

/**
 * What a member wants to reach. It is for its owner alone unless they share it: what a group is good for is hearing what
 * somebody does, not who they want to be (Gollwitzer 2009; research/practice.md, b7).
 *
 * @param outcome in their own words
 * @param evidence how they will know
 * @param by when
 */
public record Goal(Confidential<String> outcome, Optional<Confidential<String>> evidence, Optional<LocalDate> by) {

    Goal by(LocalDate another) {
        return new Goal(outcome, evidence, Optional.of(another));
    }
}
