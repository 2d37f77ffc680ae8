package org.peercircle.confidentiality;

import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;

/** Whose content it is: a person's, or a group's as a whole. */
public sealed interface Owner {

    /** A person's own. */
    record OfPerson(PersonId person) implements Owner {}

    /** A group's as a whole, such as its charter. */
    record OfGroup(GroupId group) implements Owner {}

    /** Returns the owner that is this person. */
    static Owner of(PersonId person) {
        return new OfPerson(person);
    }

    /** Returns the owner that is this group. */
    static Owner of(GroupId group) {
        return new OfGroup(group);
    }
}
