package org.peercircle.pulse;

import org.peercircle.internal.Arguments;

/**
 * How many people and groups must stand behind a number before anybody sees it. There is no way to ask for less than the
 * floor: no role, no flag (design: confidentiality, reports).
 *
 * @param people at least 5
 * @param groups at least 3
 */
public record Thresholds(int people, int groups) {

    /** Ten people of three groups, as usual in education. */
    public static final Thresholds EDUCATION = new Thresholds(10, 3);

    /** Refuses weaker ones. */
    public Thresholds {
        Arguments.require(people >= 5, "people", "be at least 5", people);
        Arguments.require(groups >= 3, "groups", "be at least 3", groups);
    }
}
