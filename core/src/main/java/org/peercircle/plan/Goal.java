package org.peercircle.plan;

import java.time.LocalDate;
import org.peercircle.confidentiality.Confidential;

/**
 * What a member wants to reach.
 *
 * @param outcome in their own words
 * @param evidence how they will know
 * @param by when
 */
public record Goal(Confidential<String> outcome, Confidential<String> evidence, LocalDate by) {}
