package org.peercircle.people;

import java.util.Locale;
import org.peercircle.internal.Arguments;

/**
 * Where somebody belongs for a time.
 *
 * @param unit its name; compared exactly
 */
public record Affiliation(Kind kind, String unit, DateSpan during) {

    /** Kinds of units. */
    public enum Kind {
        /** A school, faculty or college: what departments are parts of. */
        SCHOOL,
        /** An academic department. */
        DEPARTMENT,
        /** A lab or research group. */
        LAB;

        /** Returns the word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Checks the unit. */
    public Affiliation {
        Arguments.requireText(unit, "unit");
    }

    /** Returns a lasting affiliation with a school, faculty or college. */
    public static Affiliation school(String name) {
        return new Affiliation(Kind.SCHOOL, name, DateSpan.ALWAYS);
    }

    /** Returns a lasting affiliation with a department. */
    public static Affiliation department(String name) {
        return new Affiliation(Kind.DEPARTMENT, name, DateSpan.ALWAYS);
    }

    /** Returns a lasting affiliation with a lab. */
    public static Affiliation lab(String name) {
        return new Affiliation(Kind.LAB, name, DateSpan.ALWAYS);
    }
}
