package org.peercircle.meeting;

/** What a member wants from the group on a topic. */
public enum KindOfHelp {
    /** Advice. */
    ADVICE,
    /** Questions, no advice. */
    QUESTIONS_ONLY,
    /** Other views of it. */
    PERSPECTIVE,
    /** Support. */
    SUPPORT,
    /** Someone to answer to. */
    ACCOUNTABILITY,
    /** Being heard. */
    JUST_LISTEN
}
