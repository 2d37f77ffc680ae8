package org.peercircle.group;

import org.peercircle.internal.Arguments;

/** How a group agrees to something. Those asked are its members, save newcomers on probation and those on leave. */
public sealed interface ConsentRule {

    /** Everybody asked says yes; one no, or silence until the end, is a no. */
    record Unanimity() implements ConsentRule {}

    /**
     * More say yes than no.
     *
     * @param quorum the percentage of those asked who must vote, 1 to 100
     */
    record Majority(int quorum) implements ConsentRule {
        /** Checks the bounds. */
        public Majority {
            Arguments.requireBetween(1, quorum, 100, "quorum");
        }
    }

    /**
     * Nobody says no in time; silence is a yes.
     *
     * @param days how long there is to object, 1 to 60
     */
    record NoVeto(int days) implements ConsentRule {
        /** Checks the bounds. */
        public NoVeto {
            Arguments.requireBetween(1, days, 60, "days");
        }
    }

    /** The moderator of the next meeting decides; if they leave before they did, a majority does. */
    record Moderator() implements ConsentRule {}

    /** Returns the rule that everybody says yes. */
    static ConsentRule unanimity() {
        return new Unanimity();
    }

    /** Returns the rule that more say yes than no and at least this percentage vote. */
    static ConsentRule majority(int quorum) {
        return new Majority(quorum);
    }

    /** Returns the rule that nobody objects within these days. */
    static ConsentRule noVeto(int days) {
        return new NoVeto(days);
    }

    /** Returns the rule that the moderator decides. */
    static ConsentRule moderator() {
        return new Moderator();
    }

    /** Returns the rule in words, such as {@code everybody agrees}. */
    default String words() {
        if (this instanceof Majority majority) {
            return "a majority agrees, " + majority.quorum() + " % voting";
        }
        if (this instanceof NoVeto noVeto) {
            return "nobody objects within " + noVeto.days() + (noVeto.days() == 1 ? " day" : " days");
        }
        return this instanceof Unanimity ? "everybody agrees" : "the moderator agrees";
    }
}
