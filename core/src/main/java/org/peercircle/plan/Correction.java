package org.peercircle.plan;

import com.google.common.collect.ImmutableMap;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.StepId;

/**
 * Why a revision was made and what it did with the steps before it.
 *
 * @param reason in the owner's words
 * @param fates one for each step of the last revision that was not done
 */
public record Correction(Confidential<String> reason, ImmutableMap<StepId, StepFate> fates) {}
