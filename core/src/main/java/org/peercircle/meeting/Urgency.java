package org.peercircle.meeting;

/** How pressing a topic is, as its owner says. */
public enum Urgency {
    /** Can wait. */
    CAN_WAIT,
    /** As usual. */
    NORMAL,
    /** Before the next meeting. */
    URGENT
}
