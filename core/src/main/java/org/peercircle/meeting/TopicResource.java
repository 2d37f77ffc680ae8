package org.peercircle.meeting;

import java.time.Instant;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.PersonId;
import org.peercircle.id.TopicId;

/**
 * Something to read or use that a member attached to a topic.
 *
 * @param code which resource; as confidential as the topic, since it tells what that is about
 */
public record TopicResource(TopicId topic, PersonId by, Instant at, Confidential<String> code) {}
