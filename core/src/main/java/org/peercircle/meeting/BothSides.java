package org.peercircle.meeting;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.peercircle.id.PersonId;

/**
 * Both sides of mentoring (S3): who has not brought anything for a while, and who has not helped anybody. It gives the
 * moderator of the next meeting somebody to turn to first, so that both even out over time. It is no score: there is no
 * number for those of whom nothing is to be said, and it is for the group alone.
 */
public final class BothSides {

    private BothSides() {}

    /** The sides. */
    public enum Side {
        /** Bringing a topic and being heard. */
        BRINGING,
        /** Helping with another's. */
        HELPING
    }

    /**
     * Somebody to turn to.
     *
     * @param meetings how many meetings in a row they were at without it
     */
    public record Suggestion(PersonId person, Side side, int meetings) {

        /** Returns it as a sentence for the moderator. */
        public String message(Function<? super PersonId, String> nameOf) {
            String name = nameOf.apply(person);
            return switch (side) {
                case BRINGING ->
                    name + " has brought nothing for " + meetings + " meetings. Ask whether there is something.";
                case HELPING ->
                    name + " has not been heard on others' topics for " + meetings + " meetings. Ask them first.";
            };
        }
    }

    /**
     * Returns whom to turn to, the longest silent first. Meetings at which nobody recorded what became of a topic tell
     * nothing and are passed over.
     *
     * @param members those who may be named
     * @param meetings the group's, in any order
     */
    public static ImmutableList<Suggestion> of(Collection<PersonId> members, Collection<Meeting> meetings) {
        List<Meeting> telling = meetings.stream()
                .filter(m -> m.state() == Meeting.State.HELD
                        && m.topicEntries().stream().anyMatch(e -> e.outcome() != Topic.Outcome.CARRIED_OVER))
                .sorted(Comparator.comparing(Meeting::startsAt).reversed())
                .toList();
        // One turn of everybody may pass before it is worth a word that somebody has brought nothing.
        int patience = Math.max(2, members.size() / 2);
        ImmutableList.Builder<Suggestion> all = ImmutableList.builder();
        for (PersonId member : members) {
            int notBrought = meetingsWithout(telling, member, BothSides::brought);
            int notHelped = meetingsWithout(telling, member, BothSides::helped);
            if (notBrought >= patience) {
                all.add(new Suggestion(member, Side.BRINGING, notBrought));
            }
            if (notHelped >= 2) {
                all.add(new Suggestion(member, Side.HELPING, notHelped));
            }
        }
        return ImmutableList.sortedCopyOf(
                Comparator.comparingInt(Suggestion::meetings)
                        .reversed()
                        .thenComparing(Suggestion::side)
                        .thenComparing(Suggestion::person),
                all.build());
    }

    private static int meetingsWithout(List<Meeting> latestFirst, PersonId person, BiPredicate<Meeting, PersonId> did) {
        int without = 0;
        for (Meeting meeting : latestFirst) {
            if (meeting.attendance().getOrDefault(person, Attendance.ABSENT).wasThere()) {
                if (did.test(meeting, person)) {
                    return without;
                }
                without++;
            }
        }
        return without;
    }

    private static boolean brought(Meeting meeting, PersonId person) {
        return meeting.reachedTopics().stream().anyMatch(t -> t.by().equals(person));
    }

    private static boolean helped(Meeting meeting, PersonId person) {
        return meeting.topics().stream()
                .flatMap(t -> meeting.entryOf(t.id()).stream())
                .anyMatch(e -> e.advisers().contains(person));
    }
}
