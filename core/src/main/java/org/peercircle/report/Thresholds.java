package org.peercircle.report;

import org.peercircle.internal.Arguments;

/**
 * How many people and groups must stand behind a number before anybody sees it, and how far a hidden one must stay open.
 * There is no way to ask for less than the floor: no role, no flag (design: confidentiality, reports).
 *
 * @param people at least 5
 * @param groups at least 3
 * @param width at least 5: the least distance between two values that a hidden number could have
 */
public record Thresholds(int people, int groups, int width) {

    /** Five people, as survey tools do; the floor. */
    public static final Thresholds HR_SURVEY = new Thresholds(5, 3);
    /** Ten people of three groups, as usual in education. */
    public static final Thresholds EDUCATION = new Thresholds(10, 3);
    /** Eleven people, as the US Centers for Medicare and Medicaid Services ask. */
    public static final Thresholds CMS = new Thresholds(11, 3);

    private static final int WIDTH = 5;

    /** Refuses weaker ones. */
    public Thresholds {
        Arguments.require(people >= 5, "people", "be at least 5", people);
        Arguments.require(groups >= 3, "groups", "be at least 3", groups);
        Arguments.require(width >= WIDTH, "width", "be at least " + WIDTH, width);
    }

    /** Returns the stricter of each. */
    Thresholds stricter(Thresholds other) {
        return new Thresholds(
                Math.max(people, other.people), Math.max(groups, other.groups), Math.max(width, other.width));
    }

    /** With the usual width, 5. */
    public Thresholds(int people, int groups) {
        this(people, groups, WIDTH);
    }
}
