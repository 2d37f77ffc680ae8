package org.peercircle.meeting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Duration;
import org.peercircle.internal.Arguments;
import org.peercircle.moderation.MeetingRole;

/**
 * What a meeting is made of: segments whose boxes scale with those present. Formats are data; a host may add its own.
 *
 * @param code a stable name, such as {@code roundtable}
 * @param segments in order; exactly one of them is the core, which takes the time the others leave
 * @param roles which it asks for, besides those the group always shares
 */
public record MeetingFormat(
        String code, String name, ImmutableList<Segment> segments, ImmutableSet<MeetingRole> roles) {

    /** Each brings topics, the group helps solve them. */
    public static final MeetingFormat ROUNDTABLE = usual("roundtable", "Round-table problem solving");
    /** One member leads a discussion; who does rotates by itself. */
    public static final MeetingFormat FOCUSED_DISCUSSION =
            usual("focused-discussion", "Focused discussion", MeetingRole.DISCUSSION_LEADER);
    /** The group does an exercise together. */
    public static final MeetingFormat EXERCISE = usual("exercise", "Exercise");
    /** A member practices a hard conversation. */
    public static final MeetingFormat REHEARSAL = usual("rehearsal", "Rehearsal");

    /**
     * Everybody may have time: good news half a minute each, work, and a good word of twenty seconds each, as in groups
     * of the kind of Every Other Thursday (University of Louisville, ATHENA, module 5).
     */
    public static final MeetingFormat WORK_ROUND = new MeetingFormat(
            "work-round",
            "Work round",
            ImmutableList.of(
                    new Segment(Kind.OPENING_ROUND, Duration.ZERO, Duration.ofSeconds(30)),
                    Segment.CHECK_INS,
                    Segment.CORE,
                    new Segment(Kind.CLOSING_ROUND, Duration.ZERO, Duration.ofSeconds(20))),
            ImmutableSet.of());

    /** A group's first meeting: a round of who is here, the charter agreed, and time to get to know each other. */
    public static final MeetingFormat KICK_OFF = new MeetingFormat(
            "kick-off",
            "Kick-off",
            ImmutableList.of(
                    Segment.WELCOME,
                    new Segment(Kind.OPENING_ROUND, Duration.ZERO, Duration.ofMinutes(2)),
                    new Segment(Kind.AGREEMENT, Duration.ofMinutes(10), Duration.ofSeconds(30)),
                    Segment.CORE,
                    Segment.COMMITMENTS),
            ImmutableSet.of());

    /** A group's last meeting: what was reached is celebrated, and everybody takes leave. */
    public static final MeetingFormat FAREWELL = new MeetingFormat(
            "farewell",
            "Farewell",
            ImmutableList.of(
                    Segment.WELCOME,
                    Segment.CHECK_INS,
                    Segment.CORE,
                    new Segment(Kind.CELEBRATION, Duration.ofMinutes(10), Duration.ofMinutes(2))),
            ImmutableSet.of());

    /** The formats that come with the library. */
    public static final ImmutableList<MeetingFormat> BUILT_IN =
            ImmutableList.of(ROUNDTABLE, FOCUSED_DISCUSSION, EXERCISE, REHEARSAL, WORK_ROUND, KICK_OFF, FAREWELL);

    /** Kinds of segments. */
    public enum Kind {
        /** Welcome and the reminder of confidentiality. */
        WELCOME,
        /** A word from everybody to begin with. */
        OPENING_ROUND,
        /** What became of the steps that are due. */
        CHECK_INS,
        /** The charter is talked through and agreed. */
        AGREEMENT,
        /** The time for topics, the discussion, the exercise or the rehearsal. */
        CORE,
        /** What was reached, and a good word for everybody. */
        CELEBRATION,
        /** A good word for everybody. */
        CLOSING_ROUND,
        /** Everybody says what they will do next. */
        COMMITMENTS;

        /** Whether its time comes from the format, not from the agenda. */
        boolean isFixed() {
            return this != CHECK_INS && this != CORE;
        }
    }

    /**
     * One part of a meeting. {@link Kind#CORE} and {@link Kind#CHECK_INS} get their time from the agenda; for them both
     * durations are ignored.
     *
     * @param fixed whatever the number present
     * @param perPerson for each person present
     */
    public record Segment(Kind kind, Duration fixed, Duration perPerson) {

        /** Five minutes of welcome and the reminder of confidentiality. */
        public static final Segment WELCOME = new Segment(Kind.WELCOME, Duration.ofMinutes(5), Duration.ZERO);
        /** Check-ins. */
        public static final Segment CHECK_INS = new Segment(Kind.CHECK_INS, Duration.ZERO, Duration.ZERO);
        /** The core. */
        public static final Segment CORE = new Segment(Kind.CORE, Duration.ZERO, Duration.ZERO);
        /** Half a minute of commitment for each. */
        public static final Segment COMMITMENTS = new Segment(Kind.COMMITMENTS, Duration.ZERO, Duration.ofSeconds(30));

        /** Checks the times. */
        public Segment {
            Arguments.requireBetween(0, fixed.toSeconds(), 28_800, "fixed seconds");
            Arguments.requireBetween(0, perPerson.toSeconds(), 28_800, "perPerson seconds");
        }

        private long secondsFor(int people) {
            return kind.isFixed() ? fixed.toSeconds() + perPerson.toSeconds() * people : 0;
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
        Arguments.require(
                segments.stream().filter(s -> s.kind() == Kind.CHECK_INS).count() <= 1,
                "segments",
                "hold check-ins at most once",
                segments);
        roles = Sets.immutableEnumSet(roles);
        Arguments.require(!roles.contains(MeetingRole.MODERATOR), "roles", "not hold the moderator", roles);
    }

    /**
     * Returns the whole minutes of each segment for so many people, zero for check-ins and the core. They are rounded so
     * that their sum is the exact time rounded up once, not once a segment.
     */
    ImmutableList<Integer> minutesFor(int people) {
        ImmutableList.Builder<Integer> minutes = ImmutableList.builder();
        long seconds = 0;
        for (Segment segment : segments) {
            long before = roundedUp(seconds);
            seconds += segment.secondsFor(people);
            minutes.add((int) (roundedUp(seconds) - before));
        }
        return minutes.build();
    }

    /** Returns the minutes that the format takes whatever is on the agenda. */
    int fixedMinutesFor(int people) {
        return minutesFor(people).stream().mapToInt(Integer::intValue).sum();
    }

    private static long roundedUp(long seconds) {
        return (seconds + 59) / 60;
    }

    private static MeetingFormat usual(String code, String name, MeetingRole... roles) {
        return new MeetingFormat(
                code,
                name,
                ImmutableList.of(Segment.WELCOME, Segment.CHECK_INS, Segment.CORE, Segment.COMMITMENTS),
                ImmutableSet.copyOf(roles));
    }
}
