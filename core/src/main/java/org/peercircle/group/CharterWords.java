package org.peercircle.group;

import com.google.common.collect.ImmutableList;
import org.peercircle.internal.Arguments;

/**
 * What a group wrote into its charter: its own words, for its members only.
 *
 * @param focus what it is about, in particular; may be blank
 */
public record CharterWords(String mission, String focus, ImmutableList<String> groundRules) {

    /** Checks that there is a mission. */
    public CharterWords {
        Arguments.require(!mission.isBlank(), "mission", "not be blank", "blank");
    }

    /** A group's words are told to nobody outside, not even in a log. */
    @Override
    public String toString() {
        return "CharterWords[…]";
    }
}
