package org.peercircle.pulse;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Optional;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.GroupId;

/**
 * What one person answered in one survey.
 *
 * @param group the group they were in then, if any
 * @param byItem by the code of the question; what was passed over is missing. For nobody: only the engine reads it, for
 *     reports, and the person themselves
 */
public record Answers(Instant at, Optional<GroupId> group, Confidential<ImmutableMap<String, Integer>> byItem) {}
