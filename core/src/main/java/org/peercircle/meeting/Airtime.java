package org.peercircle.meeting;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import org.peercircle.decision.Decision;
import org.peercircle.internal.Arguments;

/**
 * The arithmetic of who can have how much time: before a group promises everybody ten minutes, it can know whether the
 * meeting has them.
 *
 * <pre>{@code
 * Airtime airtime = new Airtime(MeetingFormat.WORK_ROUND, Duration.ofMinutes(90));
 * int atMost = airtime.mostPeople(Duration.ofMinutes(12)); // 7
 * Decision<Airtime.Plan> plan = airtime.everybody(9, Duration.ofMinutes(12)); // refused, with the ways out
 * }</pre>
 *
 * @param length whole minutes, 1 to 480
 */
public record Airtime(MeetingFormat format, Duration length) {

    private static final int SHORTEST_SLOT = 5;
    private static final int MOST_PEOPLE = 480;

    /** Checks the length. */
    public Airtime {
        Arguments.requireBetween(1, length.toMinutes(), 480, "length in minutes");
    }

    /**
     * Everybody has a slot.
     *
     * @param left time that nobody has
     */
    public record Plan(int slots, Duration slot, Duration left) {}

    /** What a group can do when there is not enough time for everybody. */
    public sealed interface WayOut {

        /** Returns it as a sentence. */
        String message();

        /**
         * Some have time, the others next time.
         *
         * @param slots how many have time at one meeting
         * @param meetings until everybody had
         */
        record TakeTurns(int slots, int meetings) implements WayOut {
            @Override
            public String message() {
                return slots + " have time at each meeting; after " + meetings + " meetings everybody had.";
            }
        }

        /** Everybody has less time. */
        record ShorterSlots(Duration slot) implements WayOut {
            @Override
            public String message() {
                return "Everybody has " + slot.toMinutes() + " minutes.";
            }
        }

        /** The group meets for longer. */
        record LongerMeeting(Duration length) implements WayOut {
            @Override
            public String message() {
                return "Meet for " + length.toMinutes() + " minutes.";
            }
        }

        /** The group meets in parts at the same time. */
        record Split(int parts) implements WayOut {
            @Override
            public String message() {
                return "Meet in " + parts + " parts at the same time.";
            }
        }
    }

    /** Returns how many people can all have a slot of this many whole minutes at one meeting; 480 at most. */
    public int mostPeople(Duration slot) {
        Arguments.requireBetween(1, slot.toMinutes(), 480, "slot in minutes");
        int people = 0;
        while (people < MOST_PEOPLE && fits(people + 1, slot)) {
            people++;
        }
        return people;
    }

    /** Returns how many of so many people can have such a slot. */
    public int slots(int people, Duration slot) {
        long left = length.toMinutes() - format.fixedMinutesFor(people);
        return (int) Math.max(0, Math.min(people, left / slot.toMinutes()));
    }

    /** Returns the longest slot of whole minutes that so many people can all have; zero if not even a minute. */
    public Duration longestSlot(int people) {
        Arguments.requireBetween(1, people, MOST_PEOPLE, "people");
        return Duration.ofMinutes(Math.max(0, length.toMinutes() - format.fixedMinutesFor(people)) / people);
    }

    /**
     * Returns the plan in which so many people all have such a slot, or a refusal with the ways out.
     *
     * @param people 1 to 480
     * @param slot whole minutes, 1 to 480
     */
    public Decision<Plan> everybody(int people, Duration slot) {
        Arguments.requireBetween(1, people, MOST_PEOPLE, "people");
        Arguments.requireBetween(1, slot.toMinutes(), 480, "slot in minutes");
        if (!fits(people, slot)) {
            return Decision.refuse(new MeetingRefusal.NotEverybodyFits(people, slot, length, waysOut(people, slot)));
        }
        long left = length.toMinutes() - minutesFor(people, slot);
        return Decision.accept(new Plan(people, slot, Duration.ofMinutes(left)));
    }

    private boolean fits(int people, Duration slot) {
        return minutesFor(people, slot) <= length.toMinutes();
    }

    /** What a meeting takes at which so many people all have such a slot. */
    private long minutesFor(int people, Duration slot) {
        return format.fixedMinutesFor(people) + people * slot.toMinutes();
    }

    private ImmutableList<WayOut> waysOut(int people, Duration slot) {
        ImmutableList.Builder<WayOut> ways = ImmutableList.builder();
        int some = slots(people, slot);
        if (some > 0) {
            ways.add(new WayOut.TakeTurns(some, (people + some - 1) / some));
        }
        Duration shorter = longestSlot(people);
        if (shorter.toMinutes() >= SHORTEST_SLOT) {
            ways.add(new WayOut.ShorterSlots(shorter));
        }
        ways.add(new WayOut.LongerMeeting(Duration.ofMinutes(minutesFor(people, slot))));
        int most = mostPeople(slot);
        if (most > 1) {
            ways.add(new WayOut.Split((people + most - 1) / most));
        }
        return ways.build();
    }
}
