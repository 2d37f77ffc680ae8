package org.peercircle.confidentiality;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.peercircle.id.CohortId;
import org.peercircle.id.PersonId;
import org.peercircle.id.SayingId;

/**
 * What somebody said in a group, in words that they chose anew, for everybody in the cohort to read without who said it, where
 * and when (law C22; the Chatham House rule).
 *
 * @param id known to the author alone
 * @param author who wrote it
 * @param cohort for whom it is
 * @param text the words, which are tagged {@link Obligation#NO_ATTRIBUTION}
 */
public record Saying(SayingId id, PersonId author, CohortId cohort, Confidential<String> text) {

    /** The fewest people of whom each could have said it. */
    public static final int FEWEST_AUTHORS = 5;

    /**
     * Returns the tag of its text: for anyone, so that it is there for all or for none, and nobody can tell by its absence
     * who has power over its author.
     */
    public static Tag tagOf(PersonId author) {
        return new Tag(
                ImmutableSet.of(Policy.of(Owner.of(author), new Atom.Anyone())),
                Sets.union(Purpose.CONTENT, ImmutableSet.of(Purpose.OPERATE)).immutableCopy(),
                ImmutableSet.of(Obligation.NO_ATTRIBUTION));
    }

    /** Whether others read it yet: from the day after it was written, in UTC, so that the hour does not tell who it was. */
    public boolean isOutAt(Instant now) {
        return dayOf(text.filedAt()).isBefore(dayOf(now));
    }

    private static LocalDate dayOf(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
