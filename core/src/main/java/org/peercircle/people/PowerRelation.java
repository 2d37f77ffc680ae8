package org.peercircle.people;

import java.util.Locale;
import org.peercircle.id.PersonId;

/**
 * Somebody's power over a participant, as the host knows it.
 *
 * @param holder who has the power; need not take part in the program
 * @param during while it holds
 */
public record PowerRelation(Kind kind, PersonId holder, DateSpan during) {

    /** Kinds of power. */
    public enum Kind {
        /** Leads the person's work. */
        SUPERVISES,
        /** Judges the person's work. */
        EVALUATES,
        /** Hires or renews the person. */
        HIRES,
        /** Decides on the person in another way. */
        DECIDES_ON;

        /** Returns the verb for it. */
        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Returns a lasting relation: {@code holder} supervises. */
    public static PowerRelation supervisedBy(PersonId holder) {
        return new PowerRelation(Kind.SUPERVISES, holder, DateSpan.ALWAYS);
    }
}
