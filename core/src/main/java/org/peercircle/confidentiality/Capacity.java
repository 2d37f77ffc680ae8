package org.peercircle.confidentiality;

/** In what capacity somebody asks. One person in two capacities is two viewers. */
public enum Capacity {
    /** A person as themselves: member or former member. */
    PARTICIPANT,
    /** Staff of the program office: who and when, never what was said. */
    OFFICE,
    /** The library's own computations, such as forming groups; never a person. */
    ENGINE,
    /** The host application itself. */
    HOST
}
