package org.peercircle.group;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.meeting.AttendancePreset;
import org.peercircle.meeting.AttendanceRule;
import org.peercircle.meeting.Cadence;
import org.peercircle.meeting.MeetingFormat;
import org.peercircle.meeting.MeetingTime;
import org.peercircle.moderation.ModerationRule;

/**
 * Ways in which groups elsewhere work, as charters to start from: one engine, different numbers. Words are this
 * library's own; numbers are from the sources named.
 *
 * <pre>{@code
 * CharterTerms terms = CharterPreset.PEER_PROBLEM_SOLVING.terms(
 *         LocalDate.of(2027, 1, 21), LocalTime.NOON, ZoneId.of("Europe/Berlin"));
 * CharterPreset.WRITING_GROUP.differencesFrom(CharterPreset.PEER_PROBLEM_SOLVING).forEach(System.out::println);
 * }</pre>
 */
public enum CharterPreset {
    /** Postdocs who solve problems as peers, monthly over lunch. */
    PEER_PROBLEM_SOLVING(
            "Peer problem solving",
            "source article: K. L. Thompson-Peer, UCSF",
            GroupSizing.PEER_PROBLEM_SOLVING,
            0,
            90,
            AttendanceRule.atLeast(75).ofLast(6),
            1,
            ConfidentialityRule.OWN_STORY_ONLY,
            Period.ZERO,
            ConsentRules.USUAL),
    /** Every other Thursday, for years. */
    EVERY_OTHER_THURSDAY(
            "Every Other Thursday",
            "https://ucsf.edu/news/2006/05/102047/stories-and-strategies-successful-women-scientists",
            new GroupSizing(5, 7, 8),
            2,
            120,
            AttendancePreset.CHECK_IN.rule(),
            1,
            ConfidentialityRule.ABSENT_MEMBER,
            Period.ZERO,
            new ConsentRules(
                    ConsentRule.unanimity(),
                    ConsentRule.unanimity(),
                    ConsentRule.unanimity(),
                    ConsentRule.unanimity())),
    /** A circle that meets monthly and ends each meeting with one action. */
    LEAN_IN(
            "Lean In circle",
            "http://leaninseattle.org/small-circles",
            new GroupSizing(8, 10, 12),
            0,
            120,
            AttendancePreset.CHECK_IN.rule(),
            0,
            ConfidentialityRule.ABSOLUTE,
            Period.ZERO,
            ConsentRules.USUAL),
    /** Five meetings in a year or so, then the set agrees anew or ends. */
    ACTION_LEARNING_SET(
            "Action learning set",
            "http://www.actionlearningassociates.co.uk/actionlearning2.html",
            new GroupSizing(4, 7, 8),
            10,
            180,
            AttendancePreset.CHECK_IN.rule(),
            0,
            ConfidentialityRule.OWN_STORY_ONLY,
            Period.ZERO,
            ConsentRules.USUAL),
    /** An hour a week of writing, in blocks of ten weeks. */
    WRITING_GROUP(
            "Writing accountability group",
            "https://www.hopkinsmedicine.org/fac_development/career-path/wags.html",
            new GroupSizing(4, 6, 8),
            1,
            60,
            AttendancePreset.WRITING_GROUP.rule(),
            0,
            ConfidentialityRule.OWN_STORY_ONLY,
            Period.ZERO,
            ConsentRules.USUAL),
    /** Half a day a month, with hard rules. */
    EXECUTIVE_FORUM(
            "Executive forum",
            "https://eo-global.docs.cognivis.ai/books/forum/export/html",
            new GroupSizing(6, 8, 10),
            0,
            240,
            AttendancePreset.EXECUTIVE_FORUM.rule(),
            1,
            ConfidentialityRule.ABSOLUTE,
            Period.ofWeeks(8),
            new ConsentRules(
                    ConsentRule.unanimity(),
                    ConsentRule.unanimity(),
                    ConsentRule.majority(66),
                    ConsentRule.unanimity()));

    private final String title;
    private final String source;
    private final GroupSizing sizing;
    /** Weeks between meetings; 0 for monthly. */
    private final int weeks;

    private final Duration length;
    private final AttendanceRule attendance;
    private final int grace;
    private final ConfidentialityRule promise;
    private final Period probation;
    private final ConsentRules consent;

    CharterPreset(
            String title,
            String source,
            GroupSizing sizing,
            int weeks,
            int minutes,
            AttendanceRule attendance,
            int grace,
            ConfidentialityRule promise,
            Period probation,
            ConsentRules consent) {
        this.title = title;
        this.source = source;
        this.sizing = sizing;
        this.weeks = weeks;
        this.length = Duration.ofMinutes(minutes);
        this.attendance = attendance;
        this.grace = grace;
        this.promise = promise;
        this.probation = probation;
        this.consent = consent;
    }

    /** One number in which two presets differ. */
    public record Difference(String what, String mine, String theirs) {
        @Override
        public String toString() {
            return what + ": " + mine + ", not " + theirs;
        }
    }

    /** Returns its name. */
    public String title() {
        return title;
    }

    /** Returns where its numbers are from. */
    public String source() {
        return source;
    }

    /** Returns how large such groups are. */
    public GroupSizing sizing() {
        return sizing;
    }

    /** Returns how long their meetings are. */
    public Duration length() {
        return length;
    }

    /**
     * Returns a charter to propose.
     *
     * @param first the day of the first meeting: its weekday, and in a month its place, are kept
     */
    public CharterTerms terms(LocalDate first, LocalTime start, ZoneId zone) {
        return terms(cadenceFrom(first), new MeetingTime(start, length, zone));
    }

    /** Returns a charter to propose with a cadence and time of the group's own. */
    public CharterTerms terms(Cadence cadence, MeetingTime time) {
        return new CharterTerms(
                new CharterWords(
                        "We help each other, as equals, with what stands in the way of our work and careers.",
                        "",
                        ImmutableList.of(
                                "Bring a real problem, and leave with a next step.",
                                "Ask before you advise.",
                                "Complaining is welcome; then we look for a way on.",
                                "Come every time; tell the group beforehand when you can't.",
                                "Answer for last month's step, done or not.")),
                CharterSettings.builder()
                        .format(MeetingFormat.ROUNDTABLE)
                        .confidentiality(ImmutableSet.of(promise))
                        .attendance(attendance)
                        .moderation(ModerationRule.rotating().afterGrace(grace))
                        .cadence(cadence)
                        .time(time)
                        .probation(probation)
                        .consent(consent)
                        .build());
    }

    private Cadence cadenceFrom(LocalDate first) {
        if (weeks > 0) {
            return Cadence.everyWeeks(weeks, first);
        }
        int place = (first.getDayOfMonth() - 1) / 7 + 1;
        boolean isLast = first.equals(first.with(TemporalAdjusters.lastInMonth(first.getDayOfWeek())));
        return Cadence.monthly(
                place == 5 || (place == 4 && isLast) ? Cadence.Monthly.LAST : place, first.getDayOfWeek());
    }

    /** Returns in what this preset differs from another. */
    public ImmutableList<Difference> differencesFrom(CharterPreset other) {
        Map<String, String> theirs = other.numbers();
        return numbers().entrySet().stream()
                .filter(e -> !e.getValue().equals(theirs.get(e.getKey())))
                .map(e -> new Difference(e.getKey(), e.getValue(), theirs.getOrDefault(e.getKey(), "")))
                .collect(ImmutableList.toImmutableList());
    }

    private Map<String, String> numbers() {
        return ImmutableMap.<String, String>builder()
                .put("members", sizing.toString())
                .put("meets", weeks == 0 ? "monthly" : weeks == 1 ? "every week" : "every " + weeks + " weeks")
                .put("minutes", String.valueOf(length.toMinutes()))
                .put("attendance", attendance.words())
                .put("first turn as moderator after", grace == 1 ? "1 meeting" : grace + " meetings")
                .put("promise", promise.words())
                .put("probation", probation.isZero() ? "none" : probation.getDays() + " days")
                .put("taking somebody in", consent.admitting().words())
                .put("removing somebody", consent.removing().words())
                .put("amending the charter", consent.amending().words())
                .put("ending", consent.ending().words())
                .build();
    }
}
