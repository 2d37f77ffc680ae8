package org.peercircle.group;

/**
 * A case in which something may or must leave the group in spite of the promise, with a condition of its own.
 */
public record DisclosureException(Case what, Condition condition) {

    /** What the case is. Which of them apply is for the institution to say. */
    public enum Case {
        /** Somebody may hurt themselves. */
        HARM_TO_SELF("if somebody may come to harm by their own hand"),
        /** Somebody may hurt others. */
        HARM_TO_OTHERS("if others may come to harm"),
        /** A child is abused. */
        CHILD_ABUSE("if a child is abused"),
        /** An adult is abused. */
        ADULT_ABUSE("if an adult is abused"),
        /** A court asks. */
        COURT_ORDER("if a court orders it"),
        /** A member must by law or rule pass on what they hear. */
        REPORTING_DUTY("if a member must by law or rule report it"),
        /** A peer is out of their depth. */
        CONSULTING_THE_OFFICE("if a peer is out of their depth and asks the program office for advice"),
        /** Whoever said it agrees. */
        CONSENT("if whoever said it agrees");

        private final String words;

        Case(String words) {
            this.words = words;
        }
    }

    /** Under what condition. */
    public enum Condition {
        /** Whenever the case arises. */
        ALWAYS("whenever it arises"),
        /** Only when it can't wait. */
        IF_IMMINENT("only when it can't wait"),
        /** After telling whoever said it. */
        AFTER_TELLING_THEM("after telling whoever said it"),
        /** Only with the permission of whoever it happened to. */
        WITH_PERMISSION("only with the permission of whoever it happened to"),
        /** Without anybody's name. */
        WITHOUT_NAMES("without anybody's name");

        private final String words;

        Condition(String words) {
            this.words = words;
        }
    }

    /** Returns the exception as members read it. */
    public String words() {
        return "Except " + what.words + ": " + condition.words + ".";
    }
}
