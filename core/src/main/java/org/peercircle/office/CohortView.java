package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import org.peercircle.cohort.Cohort;
import org.peercircle.cohort.Enrollment;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.cohort.SizePlan;
import org.peercircle.id.CohortId;
import org.peercircle.id.PersonId;

/**
 * A cohort as its coordinator sees it.
 *
 * @param sizePlan how those enrolled and seated would be, or are, divided
 */
public record CohortView(
        CohortId id,
        String name,
        Cohort.Phase phase,
        GroupSizing sizing,
        ImmutableList<PersonId> enrolled,
        ImmutableList<PersonId> seated,
        ImmutableList<PersonId> waiting,
        SizePlan sizePlan) {

    static CohortView of(Cohort cohort) {
        ImmutableList<PersonId> enrolled = cohort.people(Enrollment.Status.ENROLLED);
        ImmutableList<PersonId> seated = cohort.people(Enrollment.Status.SEATED);
        return new CohortView(
                cohort.id(),
                cohort.name(),
                cohort.phase(),
                cohort.sizing(),
                enrolled,
                seated,
                cohort.people(Enrollment.Status.WAITING),
                SizePlan.of(enrolled.size() + seated.size(), cohort.sizing()));
    }
}
