package org.peercircle.exercise;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.peercircle.internal.Arguments;
import org.peercircle.meeting.MeetingFormat;

/**
 * What a new group does in its first meetings, so that it need not find that out as well. Groups that were given ready
 * activities in their first three months liked them and asked for more (research/practice.md, d9).
 */
public record StarterProgram(String name, ImmutableList<Month> months) {

    /** A kick-off, the ideal day, and a rehearsal. */
    public static final StarterProgram THREE_MONTHS = new StarterProgram(
            "The first three months",
            ImmutableList.of(
                    new Month(
                            MeetingFormat.KICK_OFF,
                            Optional.of(Exercises.KICK_OFF),
                            "Get to know each other, agree on the charter, and see that everybody is an equal."),
                    new Month(
                            MeetingFormat.EXERCISE,
                            Optional.of(Exercises.IDEAL_DAY),
                            "Find out what each wants; the answers can open a plan."),
                    new Month(
                            MeetingFormat.REHEARSAL,
                            Optional.empty(),
                            "Practice one conversation that somebody has been putting off.")));

    /**
     * One meeting.
     *
     * @param aim what it is for
     */
    public record Month(MeetingFormat format, Optional<Exercise> exercise, String aim) {}

    /** Checks that there is a meeting. */
    public StarterProgram {
        Arguments.requireText(name, "name");
        Arguments.require(!months.isEmpty(), "months", "hold at least one", months);
    }
}
