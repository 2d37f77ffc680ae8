package org.peercircle.office;

import org.peercircle.cohort.Eligibility;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.cohort.SizeWatch;

/**
 * What a new cohort is to be.
 *
 * @param watch when a group whose size is outside the rule is told to decide
 */
public record CohortTerms(String name, Eligibility eligibility, GroupSizing sizing, SizeWatch watch) {

    /** Terms under which a group outside its size is told to decide after the usual number of meetings. */
    public CohortTerms(String name, Eligibility eligibility, GroupSizing sizing) {
        this(name, eligibility, sizing, SizeWatch.USUAL);
    }
}
