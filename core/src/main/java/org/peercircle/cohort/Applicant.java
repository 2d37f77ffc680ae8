package org.peercircle.cohort;

import com.google.common.collect.ImmutableSetMultimap;
import java.time.LocalDate;
import org.peercircle.people.IdentityUse;
import org.peercircle.people.Participant;

/**
 * A participant as an eligibility rule sees them.
 *
 * @param declared identities the person declared for {@link IdentityUse#ELIGIBILITY}, and no others
 * @param on the day on which affiliations are looked up
 */
public record Applicant(Participant participant, ImmutableSetMultimap<String, String> declared, LocalDate on) {

    /** Returns a participant who declared nothing. */
    public static Applicant of(Participant participant, LocalDate on) {
        return new Applicant(participant, ImmutableSetMultimap.of(), on);
    }

    /** What was declared is told to nobody, not even in a log. */
    @Override
    public String toString() {
        return "Applicant[" + participant.id() + "]";
    }
}
