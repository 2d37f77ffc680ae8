package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.peercircle.group.CharterTerms;
import org.peercircle.id.PersonId;

/**
 * A group to be founded.
 *
 * @param until the first day after its term, when its members agree anew, disband or become an alumni circle; empty for
 *     an open end
 */
public record Founding(String name, ImmutableList<PersonId> members, CharterTerms charter, Optional<LocalDate> until) {

    /** A group with an open end. */
    public Founding(String name, ImmutableList<PersonId> members, CharterTerms charter) {
        this(name, members, charter, Optional.empty());
    }
}
