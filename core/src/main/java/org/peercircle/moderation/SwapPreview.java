package org.peercircle.moderation;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import org.peercircle.id.PersonId;

/**
 * What a swap would do: the two turns change hands, and nothing else.
 *
 * @param before the turns to come without it
 * @param after the turns to come with it
 */
public record SwapPreview(Swap swap, ImmutableList<Turn> before, ImmutableList<Turn> after) {

    /** Returns the turns, as they would be, that somebody else would serve; more than two where a turn has several meetings. */
    public ImmutableList<Turn> changed() {
        ImmutableList.Builder<Turn> changed = ImmutableList.builder();
        for (int i = 0; i < before.size(); i++) {
            if (!holder(before.get(i)).equals(holder(after.get(i)))) {
                changed.add(after.get(i));
            }
        }
        return changed.build();
    }

    /** Returns who would guide two meetings running because of it; empty for other roles. */
    public ImmutableList<PersonId> twiceRunning() {
        if (swap.role() != MeetingRole.MODERATOR) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<PersonId> twice = ImmutableList.builder();
        for (int i = 1; i < after.size(); i++) {
            boolean now = after.get(i).moderator().equals(after.get(i - 1).moderator());
            boolean anyway = before.get(i).moderator().equals(before.get(i - 1).moderator());
            if (now && !anyway) {
                twice.add(after.get(i).moderator());
            }
        }
        return twice.build();
    }

    /** Returns what it would do, a sentence each. */
    public ImmutableList<String> messages(Function<? super PersonId, String> nameOf) {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        for (Turn turn : changed()) {
            String when = turn.ahead() == 1 ? "at the next meeting." : "in " + turn.ahead() + " meetings.";
            holder(turn)
                    .ifPresent(p -> lines.add(
                            nameOf.apply(p) + " would be " + swap.role().label() + " " + when));
        }
        twiceRunning().forEach(p -> lines.add(nameOf.apply(p) + " would guide two meetings running."));
        return lines.build();
    }

    private Optional<PersonId> holder(Turn turn) {
        return turn.duty(swap.role()).map(Turn.Duty::person);
    }
}
