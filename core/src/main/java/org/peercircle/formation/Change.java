package org.peercircle.formation;

import org.peercircle.id.PersonId;

/** A change to a formation, to ask what it would do. Groups are numbered from 0. */
public sealed interface Change {

    /** Two people change places; one of them may be waiting. */
    record Swap(PersonId one, PersonId other) implements Change {}

    /** A person moves to a group; they may be waiting. */
    record MoveTo(PersonId person, int group) implements Change {}

    /** A person leaves their group and waits. */
    record TakeOut(PersonId person) implements Change {}
}
