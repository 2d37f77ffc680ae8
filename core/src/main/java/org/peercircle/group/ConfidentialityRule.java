package org.peercircle.group;

/** What members promise each other about what is said. Categories found in practice guides (research, b6). */
public enum ConfidentialityRule {
    /** Nothing leaves the group. */
    ABSOLUTE("What is said here stays here."),
    /** One's own story may be told, nobody else's. */
    OWN_STORY_ONLY("Speak outside of your own experience only, never of another's."),
    /** What was learned may be used; who said it is never told. */
    CHATHAM_HOUSE("Use what you learn; never tell who said it or where they work."),
    /** Even who belongs to the group is not told. */
    MEMBERSHIP_SECRET("Do not tell who belongs to this group."),
    /** Nobody is talked about behind their back. */
    ABSENT_MEMBER("Talk of a member only when they are there."),
    /** Some subjects stay outside. */
    SUBJECT_LIMITS(
            "Bring nobody's secrets: no problem that shows who a colleague is, nothing an employer may not share."),
    /** Nothing is written down about people. */
    NO_RECORDS("Keep no notes of what others say, and let nobody in earshot."),
    /** The promise has limits, and says so. */
    HONEST_LIMIT("We promise for ourselves; no group can promise for everybody.");

    private final String words;

    ConfidentialityRule(String words) {
        this.words = words;
    }

    /** Returns the promise as members read it. */
    public String words() {
        return words;
    }
}
