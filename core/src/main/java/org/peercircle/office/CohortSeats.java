package org.peercircle.office;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.peercircle.cohort.Cohort;
import org.peercircle.cohort.Enrollment;
import org.peercircle.decision.Decision;
import org.peercircle.group.Departure;
import org.peercircle.group.Invitation;
import org.peercircle.group.Membership;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.PersonId;
import org.peercircle.office.port.AggregateKind;

/** Keeps the seats of a cohort in step with its groups, in one commit: so nobody ever sits in two of them. */
final class CohortSeats {

    private CohortSeats() {}

    /** Writes a changed group, and what the change means for the cohort's seats. */
    static Decision<PeerGroup> save(Work work, PeerGroup before, PeerGroup after) {
        if (after.equals(before)) {
            return Decision.accept(after);
        }
        if (after.memberships().equals(before.memberships())
                && after.invitations().equals(before.invitations())) {
            work.replace(AggregateKind.GROUP, after.id(), after);
            return Decision.accept(after);
        }
        Cohort cohort = work.find(AggregateKind.COHORT, after.cohort()).orElseThrow();
        Instant now = work.now();
        Decision<Cohort> seats = Decision.accept(cohort);
        for (Invitation invitation : after.invitations()) {
            if (before.invitations().stream().noneMatch(i -> isSame(i, invitation))) {
                seats = seats.then(c -> c.invite(invitation.person(), after.id(), invitation.expiresAt(), now));
            }
        }
        Set<Membership> known = new HashSet<>(before.memberships());
        for (Membership stay : after.memberships()) {
            if (!known.contains(stay)) {
                seats = seats.then(c -> inStep(c, before, after, stay, now));
            }
        }
        for (Invitation invitation : after.invitations()) {
            seats = seats.then(c -> released(c, before, after, invitation, now));
        }
        return seats.then(c -> {
            work.replace(AggregateKind.GROUP, after.id(), after);
            if (!c.equals(cohort)) {
                work.replace(AggregateKind.COHORT, c.id(), c);
            }
            return Decision.accept(after);
        });
    }

    private static boolean isSame(Invitation one, Invitation other) {
        return one.person().equals(other.person())
                && one.ballot().openedAt().equals(other.ballot().openedAt());
    }

    private static Decision<Cohort> inStep(
            Cohort cohort, PeerGroup before, PeerGroup after, Membership stay, Instant now) {
        PersonId person = stay.person();
        boolean joined = before.memberships().stream()
                .noneMatch(m -> m.person().equals(person) && m.joinedAt().equals(stay.joinedAt()));
        if (joined) {
            return cohort.seat(person, after.id(), now);
        }
        if (stay.departure().isEmpty() || !holdsSeat(cohort, person, after, Enrollment.Status.SEATED, now)) {
            return Decision.accept(cohort);
        }
        Departure departure = stay.departure().orElseThrow();
        return departure.kind() == Departure.Kind.GROUP_ENDED
                ? cohort.finish(person, now)
                : cohort.vacate(person, departure.at(), now);
    }

    private static Decision<Cohort> released(
            Cohort cohort, PeerGroup before, PeerGroup after, Invitation invitation, Instant now) {
        boolean endedNow = !invitation.isOpen(now)
                && invitation.state(now) != Invitation.State.JOINED
                && before.invitations().stream().anyMatch(i -> isSame(i, invitation) && i.isOpen(now));
        return endedNow && holdsSeat(cohort, invitation.person(), after, Enrollment.Status.INVITED, now)
                ? cohort.release(invitation.person(), now)
                : Decision.accept(cohort);
    }

    private static boolean holdsSeat(
            Cohort cohort, PersonId person, PeerGroup group, Enrollment.Status how, Instant now) {
        return cohort.enrollment(person, now)
                .filter(e -> e.status() == how && Objects.equals(e.group().orElse(null), group.id()))
                .isPresent();
    }
}
