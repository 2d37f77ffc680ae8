package org.peercircle.quickstart;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.peercircle.cohort.Eligibility;
import org.peercircle.people.CareerStage;
import org.peercircle.people.Declarations;
import org.peercircle.people.Participant;

/**
 * A roster as it was read.
 *
 * @param eligible the stages of those who may enroll
 * @param identityAxes axes on which somebody declared something
 * @param hasInterests whether anybody's interests are known
 */
record Roster(
        ImmutableList<Entry> entries,
        ImmutableSet<CareerStage> eligible,
        ImmutableSet<String> identityAxes,
        boolean hasInterests) {

    /** One row: what the host knows, and what the person declared themselves. */
    record Entry(Participant participant, Declarations declared) {}

    Eligibility eligibility() {
        return new Eligibility.StageIn(eligible);
    }
}
