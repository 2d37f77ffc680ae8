package org.peercircle.office;

import org.peercircle.confidentiality.Capacity;
import org.peercircle.id.PersonId;

/**
 * Who acts, as the host has authenticated them. A coordinator who is also a member acts as one or the other; the two
 * see different things.
 */
public record Actor(PersonId person, Role role) {

    /** In what role. */
    public enum Role {
        /** As a participant. */
        PARTICIPANT,
        /** As staff of the program office. */
        COORDINATOR
    }

    /** Returns a person acting as themselves. */
    public static Actor participant(PersonId person) {
        return new Actor(person, Role.PARTICIPANT);
    }

    /** Returns a person acting as staff of the program office. */
    public static Actor coordinator(PersonId person) {
        return new Actor(person, Role.COORDINATOR);
    }

    Capacity capacity() {
        return switch (role) {
            case PARTICIPANT -> Capacity.PARTICIPANT;
            case COORDINATOR -> Capacity.OFFICE;
        };
    }

    /** Whether this is that person, acting as themselves. */
    boolean isThemself(PersonId who) {
        return role == Role.PARTICIPANT && person.equals(who);
    }

    boolean isCoordinator() {
        return role == Role.COORDINATOR;
    }
}
