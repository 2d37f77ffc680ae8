package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Optional;
import org.peercircle.group.CharterSettings;
import org.peercircle.group.Invitation;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.people.ReportingDuty;

/**
 * An offer of a seat. Who voted what is in it for nobody.
 *
 * @param state to the invited person a group's no looks like an offer taken back
 * @param promise what members promise each other, and its exceptions
 * @param duties who in the group has a duty to report: to be known before anybody joins
 */
public record InvitationView(
        GroupId group,
        String name,
        PersonId person,
        Invitation.State state,
        boolean accepted,
        Instant expiresAt,
        Optional<CharterSettings> settings,
        ImmutableList<String> promise,
        ImmutableMap<PersonId, ReportingDuty> duties) {

    static InvitationView of(
            PeerGroup group, Invitation invitation, ImmutableMap<PersonId, ReportingDuty> duties, Instant now) {
        return new InvitationView(
                group.id(),
                group.name(),
                invitation.person(),
                invitation.state(now),
                invitation.accepted(),
                invitation.expiresAt(),
                group.charter().map(c -> c.settings()),
                group.charter().map(c -> c.settings().promise()).orElse(ImmutableList.of()),
                duties);
    }

    /** The same offer as the invited person sees it. */
    InvitationView forInvited() {
        Invitation.State shown = state == Invitation.State.NOT_AGREED ? Invitation.State.WITHDRAWN : state;
        return new InvitationView(group, name, person, shown, accepted, expiresAt, settings, promise, duties);
    }
}
