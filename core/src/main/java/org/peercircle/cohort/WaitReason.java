package org.peercircle.cohort;

/** Why somebody waits. */
public enum WaitReason {
    /** No group had a seat for them when groups were formed. */
    NO_SEAT_WHEN_FORMED("No group had a seat when groups were formed."),
    /** They enrolled after that. */
    ENROLLED_LATER("Enrolled after groups were formed.");

    private final String message;

    WaitReason(String message) {
        this.message = message;
    }

    /** Returns the reason as a sentence for a coordinator and for the person. */
    public String message() {
        return message;
    }
}
