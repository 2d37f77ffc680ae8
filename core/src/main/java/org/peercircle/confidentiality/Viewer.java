package org.peercircle.confidentiality;

import org.peercircle.id.PersonId;

/**
 * Who reads, in what capacity and for what. Only the office makes one, from an actor the host has authenticated; hosts
 * never hold one.
 */
public final class Viewer {

    private final PersonId person;
    private final Capacity capacity;
    private final Purpose purpose;

    Viewer(PersonId person, Capacity capacity, Purpose purpose) {
        this.person = person;
        this.capacity = capacity;
        this.purpose = purpose;
    }

    /** Returns the person who reads. */
    public PersonId person() {
        return person;
    }

    /** Returns the capacity in which the person reads. */
    public Capacity capacity() {
        return capacity;
    }

    /** Returns what it is read for. */
    public Purpose purpose() {
        return purpose;
    }

    @Override
    public String toString() {
        return person + " as " + capacity + " for " + purpose;
    }
}
