package org.peercircle.office;

import java.time.Duration;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.meeting.KindOfHelp;
import org.peercircle.meeting.Urgency;

/** A topic that a member wants to bring. */
public record TopicDraft(
        Confidential<String> title, KindOfHelp help, Duration asked, Urgency urgency, Audience audience) {

    /** Returns a topic for the group as it is now, of usual urgency. */
    public static TopicDraft of(String title, KindOfHelp help, Duration asked) {
        return new TopicDraft(Confidential.draft(title), help, asked, Urgency.NORMAL, Audience.GROUP);
    }
}
