package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import org.peercircle.cohort.Cohort;
import org.peercircle.cohort.CohortFormat;
import org.peercircle.cohort.Enrollment;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.cohort.SizePlan;
import org.peercircle.cohort.WaitReason;
import org.peercircle.id.CohortId;
import org.peercircle.id.PersonId;

/**
 * A cohort as its coordinator sees it.
 *
 * @param waitlist first come first
 * @param invited who waits and has an offer
 * @param sizePlan how those enrolled and seated would be, or are, divided
 */
public record CohortView(
        CohortId id,
        String name,
        Cohort.Phase phase,
        CohortFormat format,
        GroupSizing sizing,
        ImmutableList<PersonId> enrolled,
        ImmutableList<PersonId> seated,
        ImmutableList<Waiting> waitlist,
        ImmutableList<PersonId> invited,
        SizePlan sizePlan) {

    /** Somebody on the waitlist, and why. */
    public record Waiting(PersonId person, WaitReason reason) {}

    /** Returns who waits, first come first. */
    public ImmutableList<PersonId> waiting() {
        return waitlist.stream().map(Waiting::person).collect(ImmutableList.toImmutableList());
    }

    static CohortView of(Cohort cohort, Instant now) {
        ImmutableList<PersonId> enrolled = cohort.people(Enrollment.Status.ENROLLED, now);
        ImmutableList<PersonId> seated = cohort.people(Enrollment.Status.SEATED, now);
        return new CohortView(
                cohort.id(),
                cohort.name(),
                cohort.phase(),
                cohort.sizing().format(),
                cohort.sizing(),
                enrolled,
                seated,
                cohort.people(Enrollment.Status.WAITING, now).stream()
                        .map(person -> new Waiting(
                                person,
                                cohort.enrollment(person, now)
                                        .flatMap(Enrollment::waits)
                                        .orElseThrow()))
                        .collect(ImmutableList.toImmutableList()),
                cohort.people(Enrollment.Status.INVITED, now),
                SizePlan.of(enrolled.size() + seated.size(), cohort.sizing()));
    }
}
