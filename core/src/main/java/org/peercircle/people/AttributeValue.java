package org.peercircle.people;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Collection;
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

    /** Returns the values as text: one, several, or a number's text. */
    default ImmutableSortedSet<String> texts() {
        if (this instanceof One one) {
            return ImmutableSortedSet.of(one.value());
        }
        if (this instanceof Many many) {
            return many.values();
        }
        return ImmutableSortedSet.of(Double.toString(((Amount) this).value()));
    }
}
