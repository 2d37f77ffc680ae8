package org.peercircle.quickstart;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A roster that can't be used, with everything that is wrong with it. */
final class RosterException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST_SHOWN = 20;

    RosterException(List<RosterProblem> problems) {
        super(message(problems));
    }

    RosterException(RosterProblem problem) {
        this(List.of(problem));
    }

    private static String message(List<RosterProblem> problems) {
        String shown =
                problems.stream().limit(MOST_SHOWN).map(RosterProblem::toString).collect(Collectors.joining("\n"));
        int more = problems.size() - MOST_SHOWN;
        return more > 0 ? shown + "\n… and " + more + " more" : shown;
    }
}
