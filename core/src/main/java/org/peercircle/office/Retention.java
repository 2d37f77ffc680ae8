package org.peercircle.office;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import org.peercircle.internal.Arguments;

/**
 * How long what people said can be read (law E6). It ends when it is read, by the clock, whether or not anything was deleted:
 * for everybody, its owner too. A host may shorten it; to keep anything longer than {@link #DEFAULT} takes a reason, which
 * members read beside what they are promised.
 *
 * <pre>{@code
 * Retention.DEFAULT.keepingContent(Period.ofMonths(12))
 * }</pre>
 *
 * @param content what members say, from when they wrote it; what a group has as a whole, such as its charter, is kept
 * @param afterGroupEnds all of a group's content, from the end of the group, if that is earlier
 * @param answers what people answered in surveys, from when the last survey of their cohort closed, for what was answered
 *     before is compared with what is answered after; never longer than content. What is shown of them stays
 * @param attendance who was at which meeting, from the end of the group, which is before its cohort's
 * @param log what the log says of a person; the chain stays
 * @param reason why anything is kept longer; empty if nothing is
 */
public record Retention(
        Period content, Period afterGroupEnds, Period answers, Period attendance, Period log, Optional<String> reason) {

    /** Two years for content and log, six months after the end of the group or of the last survey, a year for attendance. */
    public static final Retention DEFAULT = new Retention(
            Period.ofMonths(24),
            Period.ofMonths(6),
            Period.ofMonths(6),
            Period.ofMonths(12),
            Period.ofMonths(24),
            Optional.empty());

    /** Checks that nothing is kept longer without a reason. */
    public Retention {
        reason = reason.map(String::strip).filter(text -> !text.isEmpty());
        check("content", content, 24, reason);
        check("afterGroupEnds", afterGroupEnds, 6, reason);
        check("answers", answers, 6, reason);
        check("attendance", attendance, 12, reason);
        check("log", log, 24, reason);
    }

    private static void check(String what, Period period, int most, Optional<String> reason) {
        Arguments.require(
                period.getDays() == 0 && period.toTotalMonths() >= 1,
                what,
                "be months or years, at least 1 month",
                period);
        Arguments.require(
                reason.isPresent() || period.toTotalMonths() <= most,
                what,
                "be at most " + most + " months unless a reason is given",
                period);
    }

    /** Returns this with another time for content. */
    public Retention keepingContent(Period period) {
        return new Retention(period, afterGroupEnds, answers, attendance, log, reason);
    }

    /** Returns this with a reason for keeping things longer, so that the times can be set. */
    public Retention because(String why) {
        return new Retention(content, afterGroupEnds, answers, attendance, log, Optional.of(why));
    }

    /** Returns this with another time after the end of a group. */
    public Retention keepingAfterGroupEnds(Period period) {
        return new Retention(content, period, answers, attendance, log, reason);
    }

    /** Returns this with another time for answers in surveys. */
    public Retention keepingAnswers(Period period) {
        return new Retention(content, afterGroupEnds, period, attendance, log, reason);
    }

    /** Returns this with another time for attendance. */
    public Retention keepingAttendance(Period period) {
        return new Retention(content, afterGroupEnds, answers, period, log, reason);
    }

    /** Returns this with another time for the log. */
    public Retention keepingLog(Period period) {
        return new Retention(content, afterGroupEnds, answers, attendance, period, reason);
    }

    /** What was written before this can't be read any more; {@link Instant#MAX} if nothing can. */
    Instant contentFrom(Optional<Instant> groupEndedAt, Instant now) {
        boolean isOver =
                groupEndedAt.filter(end -> isPast(end, afterGroupEnds, now)).isPresent();
        return isOver ? Instant.MAX : before(now, content);
    }

    /** Answers given before this can't be read any more; {@link Instant#MAX} if none can. */
    Instant answersFrom(Instant lastSurveyClosedAt, Instant now) {
        return isPast(lastSurveyClosedAt, answers, now) ? Instant.MAX : before(now, content);
    }

    /** Whether nobody sees any more who was at the meetings of a group. */
    boolean attendanceIsPast(Optional<Instant> groupEndedAt, Instant now) {
        return groupEndedAt.filter(end -> isPast(end, attendance, now)).isPresent();
    }

    /** Until when the log can keep something from whom it concerns, and be read as long after that. */
    Instant longestSilence(Instant now) {
        return now.atOffset(ZoneOffset.UTC).plusMonths(log.toTotalMonths() / 2).toInstant();
    }

    /** What was logged before this is in nobody's own log any more. */
    Instant logFrom(Instant now) {
        return before(now, log);
    }

    private static boolean isPast(Instant then, Period kept, Instant now) {
        return !then.isAfter(before(now, kept));
    }

    private static Instant before(Instant now, Period period) {
        return now.atOffset(ZoneOffset.UTC).minus(period).toInstant();
    }
}
