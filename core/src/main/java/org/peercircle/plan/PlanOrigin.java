package org.peercircle.plan;

import org.peercircle.id.MeetingId;
import org.peercircle.id.ReflectionId;
import org.peercircle.id.TopicId;

/** What a plan grew out of. */
public sealed interface PlanOrigin {

    /** A topic brought to a meeting. */
    record OfTopic(MeetingId meeting, TopicId topic) implements PlanOrigin {}

    /** What a member wrote in an exercise. */
    record OfReflection(ReflectionId reflection) implements PlanOrigin {}
}
