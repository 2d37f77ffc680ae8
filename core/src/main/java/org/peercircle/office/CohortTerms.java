package org.peercircle.office;

import org.peercircle.cohort.Eligibility;
import org.peercircle.cohort.GroupSizing;

/** What a new cohort is to be. */
public record CohortTerms(String name, Eligibility eligibility, GroupSizing sizing) {}
