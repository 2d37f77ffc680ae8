package org.peercircle.meeting;

/** Attendance rules that groups elsewhere keep, with where they stand. */
public enum AttendancePreset {
    /** Two unexcused in a row, or under 70 % of the last six: a reason to ask how somebody is. */
    CHECK_IN(AttendanceRule.atLeast(70).ofLast(6), "recommended for academic groups from the rules below"),
    /** Seven of ten meetings. */
    WRITING_GROUP(
            new AttendanceRule.Share(70, 10), "https://www.hopkinsmedicine.org/fac_development/career-path/wags.html"),
    /** Four misses in a row make somebody inactive. */
    SUPPORT_GROUP(new AttendanceRule.Running(4), "http://silver-branch.org/ssbpolicy.html"),
    /** Three misses a year at most; late or gone early is a miss, and one that nobody was told of counts as two. */
    EXECUTIVE_FORUM(
            new AttendanceRule.PerYear(3)
                    .and(new AttendanceRule.Running(3))
                    .counting(new MissWeights(100, 100, 100, 200)),
            "http://members.real-leaders.com/lessons/attendance/");

    private final AttendanceRule rule;
    private final String source;

    AttendancePreset(AttendanceRule rule, String source) {
        this.rule = rule;
        this.source = source;
    }

    /** Returns the rule. */
    public AttendanceRule rule() {
        return rule;
    }

    /** Returns where it is from. */
    public String source() {
        return source;
    }
}
