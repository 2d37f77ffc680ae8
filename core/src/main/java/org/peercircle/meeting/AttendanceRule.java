package org.peercircle.meeting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.peercircle.internal.Arguments;

/**
 * How much absence is too much. Rules compose; what comes of one is a signal with its reason, never an action.
 *
 * <pre>{@code
 * AttendanceRule rule = AttendanceRule.atLeast(75).ofLast(6)
 *         .counting(new MissWeights(50, 50, 100, 100))
 *         .outside(Month.DECEMBER);
 * StandingSignal signal = rule.assess(record, today);
 * }</pre>
 */
public sealed interface AttendanceRule {

    /**
     * At least this share of the last meetings.
     *
     * @param percent 0 to 100
     * @param ofLast 1 to 100; while fewer meetings were held, those missing count as attended
     */
    record Share(int percent, int ofLast) implements AttendanceRule {
        /** Checks the bounds. */
        public Share {
            Arguments.requireBetween(0, percent, 100, "percent");
            Arguments.requireBetween(1, ofLast, 100, "ofLast");
        }
    }

    /**
     * Fewer unexcused misses in a row than this, up to the last meeting.
     *
     * @param misses 1 to 100; this many are too much
     */
    record Running(int misses) implements AttendanceRule {
        /** Checks the bounds. */
        public Running {
            Arguments.requireBetween(1, misses, 100, "misses");
        }
    }

    /**
     * At most this many misses within the last twelve months, excused ones included.
     *
     * @param misses 0 to 100; one more is too much
     */
    record PerYear(int misses) implements AttendanceRule {
        /** Checks the bounds. */
        public PerYear {
            Arguments.requireBetween(0, misses, 100, "misses");
        }
    }

    /** Every one of these rules. */
    record Every(ImmutableList<AttendanceRule> rules) implements AttendanceRule {}

    /** A rule under which lateness and the like count as given. */
    record Counting(MissWeights weights, AttendanceRule rule) implements AttendanceRule {}

    /** A rule that overlooks meetings in some months, such as a season in which attendance always dips. */
    record OutsideSeason(ImmutableSet<Month> months, AttendanceRule rule) implements AttendanceRule {}

    /**
     * A rule that overlooks coming late or leaving early by no more than this; by how much nobody noted is not overlooked.
     *
     * @param upTo inclusive, 1 minute to 8 hours
     */
    record Forgiving(Duration upTo, AttendanceRule rule) implements AttendanceRule {
        /** Checks the bounds. */
        public Forgiving {
            Arguments.requireBetween(1, upTo.toMinutes(), 480, "upTo in minutes");
        }

        private AttendanceRecord forgiven(AttendanceRecord record) {
            Duration missed = record.how().missed();
            return missed.isZero() || missed.compareTo(upTo) > 0
                    ? record
                    : new AttendanceRecord(record.on(), Attendance.PRESENT);
        }
    }

    /** Starts a rule: at least this share, as in {@code AttendanceRule.atLeast(75).ofLast(6)}. */
    static AtLeast atLeast(int percent) {
        return new AtLeast(percent);
    }

    /** The first half of a rule. */
    record AtLeast(int percent) {
        /** Returns the rule over this many meetings, with two unexcused absences in a row as the second limit. */
        public AttendanceRule ofLast(int meetings) {
            return new Share(percent, meetings).and(new Running(2));
        }
    }

    /** Returns the rule that asks for both. */
    default AttendanceRule and(AttendanceRule other) {
        return new Every(ImmutableList.of(this, other));
    }

    /** Returns this rule with other weights of misses. */
    default AttendanceRule counting(MissWeights weights) {
        return new Counting(weights, this);
    }

    /** Returns this rule with coming late or leaving early overlooked up to this long, as in "ten minutes are a miss". */
    default AttendanceRule forgiving(Duration upTo) {
        return new Forgiving(upTo, this);
    }

    /** Returns this rule without the meetings in these months. */
    default AttendanceRule outside(Month first, Month... more) {
        return new OutsideSeason(Sets.immutableEnumSet(first, more), this);
    }

    /**
     * Returns the standing after these meetings.
     *
     * @param record one entry a meeting, oldest first; meetings during a leave are not among them
     * @param today the day on which one more absence is imagined, to see whether somebody is at risk
     */
    default StandingSignal assess(List<AttendanceRecord> record, LocalDate today) {
        ImmutableList<StandingSignal.Finding> broken = broken(record, MissWeights.USUAL, today);
        if (!broken.isEmpty()) {
            return new StandingSignal(Standing.LAPSED, broken);
        }
        ImmutableList<AttendanceRecord> oneMoreMiss = ImmutableList.<AttendanceRecord>builder()
                .addAll(record)
                .add(new AttendanceRecord(today, Attendance.ABSENT))
                .build();
        ImmutableList<StandingSignal.Finding> atRisk = broken(oneMoreMiss, MissWeights.USUAL, today).stream()
                .map(f -> new StandingSignal.Finding(f.rule(), "One more absence, and: " + f.message()))
                .collect(ImmutableList.toImmutableList());
        return atRisk.isEmpty() ? StandingSignal.GOOD : new StandingSignal(Standing.AT_RISK, atRisk);
    }

    /** Returns the rule in words, such as {@code at least 75 % of the last 6 meetings}. */
    default String words() {
        if (this instanceof Share share) {
            return "at least " + share.percent() + " % of the last " + share.ofLast() + " meetings";
        }
        if (this instanceof Running running) {
            return "fewer than " + running.misses() + " unexcused in a row";
        }
        if (this instanceof PerYear perYear) {
            return "at most " + perYear.misses() + " misses a year";
        }
        if (this instanceof Every every) {
            return String.join(
                    ", ", every.rules().stream().map(AttendanceRule::words).toList());
        }
        if (this instanceof Counting counting) {
            MissWeights w = counting.weights();
            return counting.rule().words() + " (late " + w.late() + " %, left early " + w.leftEarly() + " %, excused "
                    + w.excused() + " %, absent " + w.absent() + " % of a miss)";
        }
        if (this instanceof Forgiving forgiving) {
            return forgiving.rule().words() + ", up to " + forgiving.upTo().toMinutes()
                    + " minutes late or early forgiven";
        }
        OutsideSeason season = (OutsideSeason) this;
        return season.rule().words() + ", not counting "
                + season.months().stream()
                        .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                        .collect(Collectors.joining(", "));
    }

    private ImmutableList<StandingSignal.Finding> broken(
            List<AttendanceRecord> record, MissWeights weights, LocalDate today) {
        if (this instanceof Share share) {
            return found(share, record, weights);
        }
        if (this instanceof Running running) {
            return found(running, record, weights);
        }
        if (this instanceof PerYear perYear) {
            return found(perYear, record, weights, today);
        }
        if (this instanceof Every every) {
            return every.rules().stream()
                    .flatMap(rule -> rule.broken(record, weights, today).stream())
                    .collect(ImmutableList.toImmutableList());
        }
        if (this instanceof Counting counting) {
            return counting.rule().broken(record, counting.weights(), today);
        }
        if (this instanceof Forgiving forgiving) {
            return forgiving
                    .rule()
                    .broken(record.stream().map(forgiving::forgiven).toList(), weights, today);
        }
        OutsideSeason season = (OutsideSeason) this;
        return season.rule()
                .broken(
                        record.stream()
                                .filter(r -> !season.months().contains(r.on().getMonth()))
                                .toList(),
                        weights,
                        today);
    }

    private static ImmutableList<StandingSignal.Finding> found(
            Share share, List<AttendanceRecord> record, MissWeights weights) {
        List<AttendanceRecord> last = record.subList(Math.max(0, record.size() - share.ofLast()), record.size());
        long attended = share.ofLast() * 100L - missed(last, weights);
        return unless(
                attended >= (long) share.percent() * share.ofLast(),
                share,
                "Attendance over the last " + share.ofLast() + " meetings comes to "
                        + Math.max(0, attended / share.ofLast()) + " %; the group asks for " + share.percent() + " %.");
    }

    private static ImmutableList<StandingSignal.Finding> found(
            Running running, List<AttendanceRecord> record, MissWeights weights) {
        long missed = 0;
        for (int i = record.size() - 1; i >= 0; i--) {
            Attendance.How how = record.get(i).how().how();
            if (how == Attendance.How.EXCUSED || weights.of(how) == 0) {
                break;
            }
            missed += weights.of(how);
        }
        return unless(
                missed < running.misses() * 100L,
                running,
                misses(missed) + " unexcused in a row; the group allows fewer than " + running.misses() + ".");
    }

    private static ImmutableList<StandingSignal.Finding> found(
            PerYear perYear, List<AttendanceRecord> record, MissWeights weights, LocalDate today) {
        LocalDate aYearAgo = today.minusYears(1);
        long missed =
                missed(record.stream().filter(r -> r.on().isAfter(aYearAgo)).toList(), weights);
        return unless(
                missed <= perYear.misses() * 100L,
                perYear,
                misses(missed) + " within a year; the group allows " + perYear.misses() + ".");
    }

    private static ImmutableList<StandingSignal.Finding> unless(boolean kept, AttendanceRule rule, String message) {
        return kept ? ImmutableList.of() : ImmutableList.of(new StandingSignal.Finding(rule, message));
    }

    private static long missed(List<AttendanceRecord> record, MissWeights weights) {
        return record.stream().mapToLong(r -> weights.of(r.how().how())).sum();
    }

    private static String misses(long percent) {
        String number = BigDecimal.valueOf(percent, 2).stripTrailingZeros().toPlainString();
        return number + (percent == 100 ? " miss" : " misses");
    }
}
