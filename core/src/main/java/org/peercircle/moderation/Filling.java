package org.peercircle.moderation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.peercircle.id.PersonId;
import org.peercircle.moderation.Track.Wait;

/** Fills the roles of one meeting to come, asking the rules in the order that {@link TurnOrder} states. */
final class Filling {

    private static final Comparator<Wait> LONGEST_FIRST =
            Comparator.comparingInt(Wait::since).thenComparing(Wait::hasServed);
    private static final Comparator<Wait> WHO_WAS_HERE_FIRST =
            Comparator.comparing(Wait::joinedAt).thenComparing(Wait::person);

    private final ModerationRule rule;
    private final Rota rota;
    private final Map<MeetingRole, Track> tracks;
    private final ComingMeeting meeting;
    private final int heldBefore;

    /** Prepares a meeting before which so many were held. */
    Filling(ModerationRule rule, Rota rota, Map<MeetingRole, Track> tracks, ComingMeeting meeting, int heldBefore) {
        this.rule = rule;
        this.rota = rota;
        this.tracks = tracks;
        this.meeting = meeting;
        this.heldBefore = heldBefore;
    }

    /** Whose turn it is before anything that was arranged, and why. */
    private record Due(Wait turn, TurnReason reason) {
        PersonId person() {
            return turn.person();
        }
    }

    Optional<Turn> turn(int ahead) {
        List<Wait> line = pastGrace(track(MeetingRole.MODERATOR).willing(meeting.at()));
        line.sort(moderationOrder());
        if (line.isEmpty()) {
            return Optional.empty();
        }
        Due due = due(line);
        Turn.Duty moderator = moderator(due, line);
        List<Turn.Duty> duties = new ArrayList<>();
        duties.add(moderator);
        for (MeetingRole role : Sets.immutableEnumSet(Sets.union(rule.shared(), meeting.asksFor()))) {
            other(role, line, duties).ifPresent(duties::add);
        }
        return Optional.of(new Turn(
                ahead,
                meeting.meeting(),
                meeting.at(),
                ImmutableList.copyOf(duties),
                firstFree(line, moderator.person(), due.person()).or(() -> firstFree(line, moderator.person()))));
    }

    private Due due(List<Wait> line) {
        Optional<Due> settled = rule instanceof ModerationRule.Single single
                ? named(single, line)
                : begun((ModerationRule.Rotating) rule, line);
        return settled.orElseGet(() -> {
            Wait longest = line.get(0);
            return new Due(longest, reason(longest));
        });
    }

    private Optional<Due> named(ModerationRule.Single single, List<Wait> line) {
        boolean inTerm = single.until().map(meeting.at()::isBefore).orElse(true);
        return Optional.of(find(line, single.person())
                .filter(w -> inTerm)
                .map(w -> new Due(w, new TurnReason.NamedByCharter()))
                .orElseGet(() -> new Due(line.get(0), new TurnReason.CharterNamesAnother(single.person()))));
    }

    /** Who is in the middle of a term, or begins by the charter. */
    private Optional<Due> begun(ModerationRule.Rotating rotating, List<Wait> line) {
        if (heldBefore == 0) {
            return rotating.first()
                    .flatMap(first -> find(line, first))
                    .map(w -> new Due(w, new TurnReason.BeginsByCharter()));
        }
        Track track = track(MeetingRole.MODERATOR);
        return track.last()
                .flatMap(last -> find(line, last))
                .filter(w -> track.begun(w) > 0)
                .map(w -> new Due(w, new TurnReason.ContinuesTerm(track.begun(w) + 1, track.term())));
    }

    private Turn.Duty moderator(Due due, List<Wait> line) {
        if (!skips(due.person(), MeetingRole.MODERATOR)) {
            return takerOf(MeetingRole.MODERATOR, due.turn(), line)
                    .map(taker -> moderating(taker, new TurnReason.Exchanged(due.person())))
                    .orElseGet(() -> moderating(due.person(), due.reason()));
        }
        return firstFree(line, due.person())
                .map(standIn -> moderating(standIn, new TurnReason.StandsInFor(due.person())))
                .orElseGet(() -> moderating(due.person(), new TurnReason.NobodyElse()));
    }

    private static Turn.Duty moderating(PersonId person, TurnReason reason) {
        return new Turn.Duty(MeetingRole.MODERATOR, person, reason);
    }

    /** The first in line who has not asked to be passed over at this meeting. */
    private Optional<PersonId> firstFree(List<Wait> line, PersonId... except) {
        return line.stream()
                .map(Wait::person)
                .filter(p -> !List.of(except).contains(p) && !skips(p, MeetingRole.MODERATOR))
                .findFirst();
    }

    private Optional<Turn.Duty> other(MeetingRole role, List<Wait> moderators, List<Turn.Duty> duties) {
        List<Wait> willing = pastGrace(track(role).willing(meeting.at()));
        willing.removeIf(w -> skips(w.person(), role));
        return willing.stream()
                .min(Comparator.<Wait>comparingLong(w -> rolesOf(w.person(), duties))
                        .thenComparing(LONGEST_FIRST)
                        .thenComparing(w -> -place(w.person(), moderators))
                        .thenComparing(WHO_WAS_HERE_FIRST))
                .map(due -> takerOf(role, due, willing)
                        .map(p -> new Turn.Duty(role, p, new TurnReason.Exchanged(due.person())))
                        .orElseGet(() -> new Turn.Duty(role, due.person(), reason(due))));
    }

    /** Those whose grace is over, or everybody where that is nobody; founders have no meetings to watch first. */
    private List<Wait> pastGrace(List<Wait> willing) {
        int grace = rule instanceof ModerationRule.Rotating rotating ? rotating.grace() : 0;
        List<Wait> past = new ArrayList<>(willing);
        past.removeIf(w -> w.joinedAfter() > 0 && w.joinedAfter() + grace > heldBefore);
        return past.isEmpty() ? new ArrayList<>(willing) : past;
    }

    private Comparator<Wait> moderationOrder() {
        Comparator<Wait> order = LONGEST_FIRST.thenComparing(WHO_WAS_HERE_FIRST);
        return rule instanceof ModerationRule.Rotating rotating && rotating.onceBeforeTwice()
                ? Comparator.comparing(Wait::hasServed).thenComparing(order)
                : order;
    }

    private TurnReason reason(Wait due) {
        return due.hasServed() ? new TurnReason.WaitedLongest(heldBefore - due.since()) : new TurnReason.FirstTurn();
    }

    /** Who has exchanged for this turn and can have it; where nobody can, it falls back to its owner. */
    private Optional<PersonId> takerOf(MeetingRole role, Wait due, List<Wait> willing) {
        Track track = track(role);
        return rota.takersOf(role, due.person(), track.turnsOf(due), due.joinedAt())
                .filter(taken -> track.canStillBeReturned(taken))
                .map(Swap.Part::person)
                .filter(p -> find(willing, p).isPresent() && !skips(p, role))
                .findFirst();
    }

    private boolean skips(PersonId person, MeetingRole role) {
        return rota.isSkipped(person, meeting.meeting(), role);
    }

    private Track track(MeetingRole role) {
        return Objects.requireNonNull(tracks.get(role));
    }

    private static long rolesOf(PersonId person, List<Turn.Duty> duties) {
        return duties.stream().filter(d -> d.person().equals(person)).count();
    }

    /** How far somebody is from moderating; who never does is farthest. */
    private static int place(PersonId person, List<Wait> moderators) {
        for (int i = 0; i < moderators.size(); i++) {
            if (moderators.get(i).person().equals(person)) {
                return i;
            }
        }
        return moderators.size();
    }

    private static Optional<Wait> find(List<Wait> line, PersonId person) {
        return line.stream().filter(w -> w.person().equals(person)).findFirst();
    }
}
