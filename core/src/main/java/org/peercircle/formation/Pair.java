package org.peercircle.formation;

import org.peercircle.id.PersonId;

/** Two people, in no order: the smaller id comes first. */
public record Pair(PersonId one, PersonId other) {

    /** Orders the two, who must differ. */
    public Pair {
        if (one.equals(other)) {
            throw new IllegalArgumentException("pair must be of two people, but was " + one + " twice");
        }
        if (one.compareTo(other) > 0) {
            PersonId larger = one;
            one = other;
            other = larger;
        }
    }

    /** Returns the pair of these two. */
    public static Pair of(PersonId one, PersonId other) {
        return new Pair(one, other);
    }
}
