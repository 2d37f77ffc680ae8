package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import org.peercircle.group.CharterTerms;
import org.peercircle.id.PersonId;

/** A group to be founded. */
public record Founding(String name, ImmutableList<PersonId> members, CharterTerms charter) {}
