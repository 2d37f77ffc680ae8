package org.peercircle.exercise;

/** How something one wrote fits one's present path. */
public enum Fit {
    /** The path leads there. */
    LEADS_THERE,
    /** It can't be told. */
    UNSURE,
    /** The path leads away from it. */
    LEADS_AWAY,
    /** One no longer wants it. */
    NO_LONGER_WANTED
}
