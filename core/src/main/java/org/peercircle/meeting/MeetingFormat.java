package org.peercircle.meeting;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import org.peercircle.internal.Arguments;

/**
 * What a meeting is made of: segments whose boxes scale with those present. Formats are data; a host may add its own.
 *
 * @param code a stable name, such as {@code roundtable}
 * @param segments in order; exactly one of them is the core, which takes the time the others leave
 */
public record MeetingFormat(String code, String name, ImmutableList<Segment> segments) {

    /** Each brings topics, the group helps solve them. */
    public static final MeetingFormat ROUNDTABLE = usual("roundtable", "Round-table problem solving");
    /** One member leads a discussion. */
    public static final MeetingFormat FOCUSED_DISCUSSION = usual("focused-discussion", "Focused discussion");
    /** The group does an exercise together. */
    public static final MeetingFormat EXERCISE = usual("exercise", "Exercise");
    /** A member practices a hard conversation. */
    public static final MeetingFormat REHEARSAL = usual("rehearsal", "Rehearsal");

    /** A group's last meeting: what was reached is celebrated, and everybody takes leave. */
    public static final MeetingFormat FAREWELL = new MeetingFormat(
            "farewell",
            "Farewell",
            ImmutableList.of(
                    new Segment(Kind.WELCOME, Duration.ofMinutes(5), Duration.ZERO),
                    new Segment(Kind.CHECK_INS, Duration.ZERO, Duration.ZERO),
                    new Segment(Kind.CORE, Duration.ZERO, Duration.ZERO),
                    new Segment(Kind.CELEBRATION, Duration.ofMinutes(10), Duration.ofMinutes(2))));

    /** Kinds of segments. */
    public enum Kind {
        /** Welcome and the reminder of confidentiality. */
        WELCOME,
        /** What became of the steps that are due. */
        CHECK_INS,
        /** The time for topics, the discussion, the exercise or the rehearsal. */
        CORE,
        /** What was reached, and a good word for everybody. */
        CELEBRATION,
        /** Everybody says what they will do next. */
        COMMITMENTS
    }

    /**
     * One part of a meeting. {@link Kind#CORE} and {@link Kind#CHECK_INS} get their time from the agenda; for them both
     * durations are ignored.
     *
     * @param fixed whatever the number present
     * @param perPerson for each person present
     */
    public record Segment(Kind kind, Duration fixed, Duration perPerson) {

        /** Returns the whole minutes for this many people, rounded up. */
        int minutesFor(int people) {
            return (int) ((fixed.plus(perPerson.multipliedBy(people)).toSeconds() + 59) / 60);
        }
    }

    /** Checks the segments. */
    public MeetingFormat {
        Arguments.requireText(code, "code");
        Arguments.requireText(name, "name");
        Arguments.require(
                segments.stream().filter(s -> s.kind() == Kind.CORE).count() == 1,
                "segments",
                "hold exactly one core",
                segments);
    }

    private static MeetingFormat usual(String code, String name) {
        return new MeetingFormat(
                code,
                name,
                ImmutableList.of(
                        new Segment(Kind.WELCOME, Duration.ofMinutes(5), Duration.ZERO),
                        new Segment(Kind.CHECK_INS, Duration.ZERO, Duration.ZERO),
                        new Segment(Kind.CORE, Duration.ZERO, Duration.ZERO),
                        new Segment(Kind.COMMITMENTS, Duration.ZERO, Duration.ofSeconds(30))));
    }
}
