/**
 * Cohorts: who may enroll, how large groups are, who sits, who is invited and who waits. Uses {@code people} and what lies below.
 */
@NullMarked
package org.peercircle.cohort;

import org.jspecify.annotations.NullMarked;
