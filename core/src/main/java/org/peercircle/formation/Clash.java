package org.peercircle.formation;

import com.google.common.collect.ImmutableList;

/**
 * A smallest set of rules that can't be kept together: without any one of them the others can.
 *
 * @param rules in words, in the order of the problem; empty when the sizes of the groups alone can't be kept
 * @param certainty how it is known
 * @param causes what counting says of it, in people's words; may be empty
 * @param waysOut one for each rule, cheapest first
 */
public record Clash(
        ImmutableList<String> rules, Certainty certainty, ImmutableList<String> causes, ImmutableList<WayOut> waysOut) {

    /** How a clash is known. */
    public enum Certainty {
        /** It is proved. */
        PROVED,
        /** No search of the given effort found a way; there may be one. */
        NOT_FOUND
    }

    /**
     * What giving up one of the rules would take.
     *
     * @param rule in words
     * @param units how badly it would be broken in the best groups found that keep the others, in its own units
     * @param message the same as a sentence
     */
    public record WayOut(String rule, int units, String message) {}

    /** Returns the clash as a sentence. */
    public String message() {
        String what = rules.isEmpty() ? "the sizes of the groups" : "\"" + String.join("\" with \"", rules) + "\"";
        return certainty == Certainty.PROVED
                ? "It is proved impossible to keep " + what + "."
                : "No groups were found that keep " + what + "; more effort may find some.";
    }
}
