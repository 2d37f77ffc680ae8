package org.peercircle.moderation;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peercircle.id.PersonId;

/** The turns of one role so far: since when each member waits, and who had the last turn of their own. */
final class Track {

    private final MeetingRole role;
    private final int term;
    private final Map<PersonId, Wait> waits = new LinkedHashMap<>();
    private final Set<Given> given = new HashSet<>();
    private Optional<PersonId> last = Optional.empty();

    private Track(MeetingRole role, int term) {
        this.role = role;
        this.term = term;
    }

    /** A turn that was served by another in exchange. */
    private record Given(PersonId person, int turn) {}

    /**
     * One member in the order.
     *
     * @param joinedAfter how many meetings were held before they joined
     * @param since how many were held when their wait began
     * @param hasServed whether it began with a turn
     * @param meetings how many meetings of their own turns they have served
     */
    record Wait(Candidate member, int joinedAfter, int since, boolean hasServed, int meetings) {
        PersonId person() {
            return member.person();
        }

        Instant joinedAt() {
            return member.joinedAt();
        }
    }

    /**
     * Returns the state after these meetings, in order.
     *
     * @param term how many meetings one turn lasts
     */
    static Track after(MeetingRole role, int term, Collection<Candidate> members, ImmutableList<HeldTurn> held) {
        Track track = new Track(role, term);
        for (Candidate member : members) {
            int before = heldBefore(held, member.joinedAt());
            track.waits.put(member.person(), new Wait(member, before, before, false, 0));
        }
        for (int i = 0; i < held.size(); i++) {
            Served served = held.get(i).served().get(role);
            if (served != null) {
                track.serve(served, i + 1);
            }
        }
        return track;
    }

    /** Records a turn at the n-th meeting, from 1. Standing in at one meeting of a longer turn is a favor, not a turn. */
    void serve(Served served, int meeting) {
        boolean ownTurn = served.how() != Served.How.STOOD_IN;
        if (ownTurn) {
            last = Optional.of(served.countsFor());
        } else if (term > 1) {
            return;
        }
        @Nullable Wait wait = waits.get(served.countsFor());
        if (wait != null && meeting > wait.joinedAfter()) {
            if (served.how() == Served.How.EXCHANGED) {
                given.add(new Given(wait.person(), turnsOf(wait)));
            }
            waits.put(
                    wait.person(),
                    new Wait(wait.member(), wait.joinedAfter(), meeting, true, wait.meetings() + (ownTurn ? 1 : 0)));
        }
    }

    /** Returns those who may and want to at this instant, in no order. */
    ImmutableList<Wait> willing(Instant at) {
        ImmutableList.Builder<Wait> willing = ImmutableList.builder();
        for (Wait wait : waits.values()) {
            if (wait.member().isWilling(role, at)) {
                willing.add(wait);
            }
        }
        return willing.build();
    }

    Optional<PersonId> last() {
        return last;
    }

    /** Whether a turn is still to come, or was served by another in exchange: else nothing is owed for it. */
    boolean canStillBeReturned(Swap.Part part) {
        return turnsOf(part.person()) <= part.turn() || given.contains(new Given(part.person(), part.turn()));
    }

    /** How many whole turns of their own somebody has had. */
    int turnsOf(PersonId person) {
        @Nullable Wait wait = waits.get(person);
        return wait == null ? 0 : turnsOf(wait);
    }

    int turnsOf(Wait wait) {
        return wait.meetings() / term;
    }

    /** How many meetings of a turn that is not over somebody has had. */
    int begun(Wait wait) {
        return wait.meetings() % term;
    }

    int term() {
        return term;
    }

    private static int heldBefore(ImmutableList<HeldTurn> held, Instant joinedAt) {
        int low = 0;
        int high = held.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (held.get(middle).at().isBefore(joinedAt)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
