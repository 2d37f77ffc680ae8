package org.peercircle.meeting;

import java.time.Duration;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.PersonId;
import org.peercircle.id.TopicId;

/**
 * What a member brings to a meeting.
 *
 * @param asked how long they want to talk about it
 */
public record Topic(
        TopicId id, PersonId by, Confidential<String> title, KindOfHelp help, Duration asked, Urgency urgency) {

    /** What became of a topic. */
    public enum Outcome {
        /** An action plan came of it. */
        PLAN,
        /** The member took advice along. */
        ADVICE_TAKEN,
        /** The group listened; that is worth something too. */
        HEARD,
        /** No time; it comes first next time. */
        CARRIED_OVER
    }
}
