package org.peercircle.pulse;

/** When in a program people are asked. */
public enum Moment {
    /** Before it begins. */
    BEFORE,
    /** While it runs. */
    DURING,
    /** When it ends. */
    AFTER
}
