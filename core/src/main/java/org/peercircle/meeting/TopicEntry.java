package org.peercircle.meeting;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import org.peercircle.id.PersonId;
import org.peercircle.id.TopicId;

/**
 * What became of a topic, as somebody recorded it. The last entry holds.
 *
 * @param advisers who gave advice, asked the questions, or was otherwise of help; the other side of mentoring (S3)
 * @param by who recorded it
 */
public record TopicEntry(
        TopicId topic, Topic.Outcome outcome, ImmutableSet<PersonId> advisers, PersonId by, Instant at) {}
