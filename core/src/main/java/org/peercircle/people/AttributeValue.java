package org.peercircle.people;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Collection;
import java.util.List;
import org.peercircle.internal.Arguments;

/** What a host knows of a participant under one name. */
public sealed interface AttributeValue {

    /** One value, such as a campus. */
    record One(String value) implements AttributeValue {
        /** Checks the value. */
        public One {
            Arguments.requireText(value, "value");
        }
    }

    /** A set of values, such as career interests. */
    record Many(ImmutableSortedSet<String> values) implements AttributeValue {}

    /** A number, such as months as a postdoc. */
    record Amount(double value) implements AttributeValue {
        /** Checks that it is a number. */
        public Amount {
            Arguments.require(Double.isFinite(value), "value", "be finite", value);
        }
    }

    /**
     * A step of an ordered scale, such as {@code B2} of {@code A1, A2, B1, B2, C1, C2}.
     *
     * @param scale every step, lowest first, none twice
     */
    record Level(String value, ImmutableList<String> scale) implements AttributeValue {
        /** Checks that the value is a step of the scale. */
        public Level {
            Arguments.require(scale.stream().distinct().count() == scale.size(), "scale", "hold no step twice", scale);
            Arguments.require(scale.contains(value), "value", "be one of " + scale, "\"" + value + "\"");
        }

        /** Returns how many steps lie below this one. */
        public int rank() {
            return scale.indexOf(value);
        }
    }

    /** Returns one value. */
    static AttributeValue of(String value) {
        return new One(value);
    }

    /** Returns a set of values. */
    static AttributeValue of(Collection<String> values) {
        return new Many(ImmutableSortedSet.copyOf(values));
    }

    /** Returns a number. */
    static AttributeValue of(double value) {
        return new Amount(value);
    }

    /** Returns a step of an ordered scale. */
    static AttributeValue level(String value, List<String> scale) {
        return new Level(value, ImmutableList.copyOf(scale));
    }

    /** Returns the values as text: one, several, or a number's text. */
    default ImmutableSortedSet<String> texts() {
        if (this instanceof One one) {
            return ImmutableSortedSet.of(one.value());
        }
        if (this instanceof Many many) {
            return many.values();
        }
        if (this instanceof Level level) {
            return ImmutableSortedSet.of(level.value());
        }
        return ImmutableSortedSet.of(Double.toString(((Amount) this).value()));
    }
}
