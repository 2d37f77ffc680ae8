package org.peercircle.people;

import org.peercircle.internal.Arguments;

/**
 * A stage of a career, in the host's own words. Participants of a cohort are equals: one stage.
 *
 * @param name such as {@code Postdoc}; compared exactly
 */
public record CareerStage(String name) {

    /** A postdoctoral scholar. */
    public static final CareerStage POSTDOC = new CareerStage("Postdoc");

    /** Checks the name. */
    public CareerStage {
        Arguments.requireText(name, "stage");
    }

    @Override
    public String toString() {
        return name;
    }
}
