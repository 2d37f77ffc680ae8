package org.peercircle.group;

import com.google.common.collect.ImmutableList;
import org.peercircle.meeting.AttendanceRule;
import org.peercircle.meeting.Cadence;
import org.peercircle.meeting.MeetingFormat;
import org.peercircle.meeting.MeetingTime;
import org.peercircle.moderation.ModerationRule;

/** A charter as it is proposed to a group. */
public record CharterTerms(CharterWords words, CharterSettings settings) {

    /**
     * Returns the charter of a peer problem-solving group after the source article: equals who bring problems, leave
     * with a plan and answer for it; moderation rotates; attendance is expected; what is said stays.
     */
    public static CharterTerms peerProblemSolving(Cadence cadence, MeetingTime time) {
        return new CharterTerms(
                new CharterWords(
                        "We help each other, as equals, with what stands in the way of our work and careers.",
                        ImmutableList.of(
                                "Bring a real problem, and leave with a next step.",
                                "Ask before you advise.",
                                "Complaining is welcome; then we look for a way on.",
                                "Come every time; tell the group beforehand when you can't.",
                                "Answer for last month's step, done or not.")),
                new CharterSettings(
                        MeetingFormat.ROUNDTABLE,
                        ConfidentialityRule.OWN_STORY_ONLY,
                        AttendanceRule.atLeast(75).ofLast(6),
                        ModerationRule.rotatingAfterGrace(1),
                        cadence,
                        time,
                        false));
    }
}
