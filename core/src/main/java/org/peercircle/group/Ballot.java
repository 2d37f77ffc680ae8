package org.peercircle.group;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;

/**
 * Votes on one question. Who voted what is for each voter alone; the group learns the outcome. Only votes of those who
 * are asked at the moment of counting count: whoever has left no longer decides.
 *
 * @param closesAt when an unanswered question ends, exclusive
 * @param decider who decides under {@link ConsentRule.Moderator}
 * @param votes by voter; a later vote replaces an earlier one
 */
public record Ballot(
        ConsentRule rule,
        Instant openedAt,
        Instant closesAt,
        Optional<PersonId> decider,
        ImmutableMap<PersonId, Boolean> votes) {

    /** What has come of a question. */
    public enum Outcome {
        /** Not settled. */
        OPEN,
        /** Agreed. */
        AGREED,
        /** Not agreed. */
        REFUSED
    }

    /** Checks the order of the ends. */
    public Ballot {
        Arguments.require(openedAt.isBefore(closesAt), "closesAt", "be after " + openedAt, closesAt);
    }

    /** Opens a question; under a rule of no veto it closes when the days to object are over. */
    static Ballot open(ConsentRule rule, Instant at, Instant latest, Optional<PersonId> decider) {
        Instant closes = rule instanceof ConsentRule.NoVeto noVeto ? at.plus(Duration.ofDays(noVeto.days())) : latest;
        return new Ballot(rule, at, closes.isBefore(latest) ? closes : latest, decider, ImmutableMap.of());
    }

    Ballot with(PersonId voter, boolean yes) {
        Map<PersonId, Boolean> all = new LinkedHashMap<>(votes);
        all.put(voter, yes);
        return new Ballot(rule, openedAt, closesAt, decider, ImmutableMap.copyOf(all));
    }

    /**
     * Returns what has come of it.
     *
     * @param asked whose votes count; with nobody to ask it is agreed
     */
    public Outcome outcome(ImmutableSet<PersonId> asked, Instant now) {
        if (asked.isEmpty()) {
            return Outcome.AGREED;
        }
        int yes = (int) asked.stream().filter(p -> votes.getOrDefault(p, false)).count();
        int no = (int) asked.stream().filter(votes::containsKey).count() - yes;
        boolean closed = !now.isBefore(closesAt);
        if (rule instanceof ConsentRule.Unanimity) {
            return settled(yes == asked.size(), no > 0 || closed);
        }
        if (rule instanceof ConsentRule.NoVeto) {
            return settled(no == 0 && (closed || yes == asked.size()), no > 0);
        }
        if (rule instanceof ConsentRule.Majority majority) {
            return byMajority(asked.size(), yes, no, majority.quorum(), closed);
        }
        if (decider.filter(asked::contains).isEmpty()) {
            return byMajority(asked.size(), yes, no, 1, closed);
        }
        Optional<Boolean> word = decider.map(votes::get);
        return settled(word.orElse(false), word.isPresent() || closed);
    }

    /** A majority that can't be lost any more settles it early. */
    private static Outcome byMajority(int asked, int yes, int no, int quorum, boolean closed) {
        boolean enough = (yes + no) * 100 >= quorum * asked;
        return settled(enough && (yes * 2 > asked || (closed && yes > no)), closed || no * 2 >= asked);
    }

    private static Outcome settled(boolean agreed, boolean refusedOtherwise) {
        return agreed ? Outcome.AGREED : refusedOtherwise ? Outcome.REFUSED : Outcome.OPEN;
    }
}
