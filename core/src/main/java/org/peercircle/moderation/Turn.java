package org.peercircle.moderation;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Optional;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;

/**
 * Who does what at one meeting to come.
 *
 * @param ahead 1 for the next meeting, 2 for the one after it, and so on
 * @param meeting empty where it is not scheduled yet
 * @param duties the moderator first; a role that nobody may or wants to have is left out
 * @param backup who steps in for the moderator; empty when nobody else may
 */
public record Turn(
        int ahead, Optional<MeetingId> meeting, Instant at, ImmutableList<Duty> duties, Optional<PersonId> backup) {

    /** One role. */
    public record Duty(MeetingRole role, PersonId person, TurnReason reason) {

        /** Returns what this duty is once it was done. */
        public Served served() {
            return reason.servedBy(person);
        }

        /** Returns what this duty is if it was in fact done by this member, planned or not. */
        public Served doneBy(PersonId actual) {
            if (actual.equals(person)) {
                return served();
            }
            boolean cameAfterAll = reason.equals(new TurnReason.StandsInFor(actual));
            return cameAfterAll ? Served.ownTurn(actual) : Served.standingInFor(person, actual);
        }
    }

    /** Returns who guides. */
    public PersonId moderator() {
        return duties.get(0).person();
    }

    /** Returns why they do. */
    public TurnReason reason() {
        return duties.get(0).reason();
    }

    /** Returns who has a role. */
    public Optional<Duty> duty(MeetingRole role) {
        return duties.stream().filter(d -> d.role() == role).findFirst();
    }
}
