package org.peercircle.moderation;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.peercircle.id.PersonId;

/**
 * The rules of turns, written down the slow and obvious way: everything is looked up anew in the whole history, and a
 * look ahead is the history with the next meeting written at its end. Shares no code with {@link TurnOrder}.
 */
final class PlainTurns {

    /** One meeting as it should be. */
    record Planned(Map<MeetingRole, Served> roles, Optional<PersonId> backup) {}

    private final ModerationRule rule;
    private final List<Candidate> members;
    private final List<HeldTurn> history;
    private final Rota rota;

    PlainTurns(ModerationRule rule, Iterable<Candidate> members, List<HeldTurn> history, Rota rota) {
        this.rule = rule;
        this.members = new ArrayList<>();
        members.forEach(this.members::add);
        this.history = new ArrayList<>(history);
        this.rota = rota;
    }

    List<Planned> over(List<ComingMeeting> coming) {
        List<Planned> all = new ArrayList<>();
        for (ComingMeeting meeting : coming) {
            Planned planned = plan(meeting);
            all.add(planned);
            history.add(new HeldTurn(meeting.at(), ImmutableMap.copyOf(planned.roles())));
        }
        return all;
    }

    private Planned plan(ComingMeeting meeting) {
        Map<MeetingRole, Served> roles = new EnumMap<>(MeetingRole.class);
        List<Candidate> line = askable(MeetingRole.MODERATOR, meeting);
        line.sort(Comparator.comparing((Candidate c) -> once() && hasServed(c, MeetingRole.MODERATOR))
                .thenComparing(this::byWait));
        if (line.isEmpty()) {
            return new Planned(roles, Optional.empty());
        }
        PersonId due = dueToModerate(line, meeting);
        Served served = taker(MeetingRole.MODERATOR, due, line, meeting)
                .map(taker -> Served.exchanged(taker, due))
                .orElse(Served.ownTurn(due));
        if (skips(due, MeetingRole.MODERATOR, meeting)) {
            served = line.stream()
                    .map(Candidate::person)
                    .filter(p -> !p.equals(due) && !skips(p, MeetingRole.MODERATOR, meeting))
                    .findFirst()
                    .map(p -> Served.standingInFor(due, p))
                    .orElse(Served.ownTurn(due));
        }
        roles.put(MeetingRole.MODERATOR, served);
        for (MeetingRole role : new TreeSet<>(Sets.union(rule.shared(), meeting.asksFor()))) {
            fill(role, line, meeting, roles);
        }
        return new Planned(roles, backup(line, due, served.person(), meeting));
    }

    private PersonId dueToModerate(List<Candidate> line, ComingMeeting meeting) {
        if (rule instanceof ModerationRule.Single single) {
            boolean over = single.until().isPresent()
                    && !meeting.at().isBefore(single.until().orElseThrow());
            return has(line, single.person()) && !over
                    ? single.person()
                    : line.get(0).person();
        }
        ModerationRule.Rotating rotating = (ModerationRule.Rotating) rule;
        if (history.isEmpty()) {
            return rotating.first().filter(f -> has(line, f)).orElse(line.get(0).person());
        }
        for (int i = history.size() - 1; i >= 0; i--) {
            @Nullable Served last = history.get(i).served().get(MeetingRole.MODERATOR);
            if (last != null && last.how() != Served.How.STOOD_IN) {
                PersonId whose = last.countsFor();
                Optional<Candidate> there =
                        line.stream().filter(c -> c.person().equals(whose)).findFirst();
                return there.filter(c -> ownMeetings(c, MeetingRole.MODERATOR) % rotating.term() != 0)
                        .map(Candidate::person)
                        .orElse(line.get(0).person());
            }
        }
        return line.get(0).person();
    }

    private void fill(
            MeetingRole role, List<Candidate> moderators, ComingMeeting meeting, Map<MeetingRole, Served> roles) {
        List<Candidate> free = askable(role, meeting);
        free.removeIf(c -> skips(c.person(), role, meeting));
        free.sort(Comparator.comparing((Candidate c) -> roles.values().stream()
                        .filter(s -> s.person().equals(c.person()))
                        .count())
                .thenComparing(c -> -waited(c, role))
                .thenComparing(c -> hasServed(c, role))
                .thenComparing(c -> has(moderators, c.person()) ? -moderators.indexOf(c) : -moderators.size())
                .thenComparing(Candidate::joinedAt)
                .thenComparing(Candidate::person));
        if (!free.isEmpty()) {
            PersonId due = free.get(0).person();
            Optional<PersonId> taker = taker(role, due, free, meeting);
            roles.put(role, taker.map(t -> Served.exchanged(t, due)).orElse(Served.ownTurn(due)));
        }
    }

    private Optional<PersonId> backup(List<Candidate> line, PersonId due, PersonId guide, ComingMeeting meeting) {
        List<PersonId> others = new ArrayList<>();
        line.forEach(c -> others.add(c.person()));
        if (others.remove(due)) {
            others.add(due);
        }
        others.remove(guide);
        others.removeIf(p -> skips(p, MeetingRole.MODERATOR, meeting));
        return others.stream().findFirst();
    }

    private List<Candidate> askable(MeetingRole role, ComingMeeting meeting) {
        List<Candidate> willing = new ArrayList<>(members);
        willing.removeIf(c ->
                c.leavesAt().isPresent() && !meeting.at().isBefore(c.leavesAt().orElseThrow()));
        willing.removeIf(c -> c.away().stream()
                .anyMatch(a -> a.roles().contains(role)
                        && !a.from().isAfter(meeting.at())
                        && (a.until().isEmpty()
                                || meeting.at().isBefore(a.until().orElseThrow()))));
        List<Candidate> settled = new ArrayList<>(willing);
        settled.removeIf(this::inGrace);
        return settled.isEmpty() ? willing : settled;
    }

    private boolean inGrace(Candidate member) {
        long seen = history.stream()
                .filter(h -> !h.at().isBefore(member.joinedAt()))
                .count();
        boolean founder = seen == history.size();
        return rule instanceof ModerationRule.Rotating rotating && !founder && seen < rotating.grace();
    }

    private boolean once() {
        return rule instanceof ModerationRule.Rotating rotating && rotating.onceBeforeTwice();
    }

    private int byWait(Candidate a, Candidate b) {
        return Comparator.comparing((Candidate c) -> -waited(c, MeetingRole.MODERATOR))
                .thenComparing(c -> hasServed(c, MeetingRole.MODERATOR))
                .thenComparing(Candidate::joinedAt)
                .thenComparing(Candidate::person)
                .compare(a, b);
    }

    private boolean counts(HeldTurn held, Candidate member, MeetingRole role) {
        @Nullable Served served = held.served().get(role);
        boolean favor = served != null && served.how() == Served.How.STOOD_IN && rule.termOf(role) > 1;
        return served != null && !favor && served.countsFor().equals(member.person());
    }

    /** Meetings since the last turn, or since they joined. */
    private int waited(Candidate member, MeetingRole role) {
        int waited = 0;
        for (int i = history.size() - 1; i >= 0; i--) {
            HeldTurn held = history.get(i);
            if (held.at().isBefore(member.joinedAt()) || counts(held, member, role)) {
                break;
            }
            waited++;
        }
        return waited;
    }

    private boolean hasServed(Candidate member, MeetingRole role) {
        return history.stream().anyMatch(h -> !h.at().isBefore(member.joinedAt()) && counts(h, member, role));
    }

    private long ownMeetings(Candidate member, MeetingRole role) {
        return history.stream()
                .filter(h -> !h.at().isBefore(member.joinedAt()) && h.served().containsKey(role))
                .map(h -> Objects.requireNonNull(h.served().get(role)))
                .filter(s -> s.how() != Served.How.STOOD_IN && s.countsFor().equals(member.person()))
                .count();
    }

    private Optional<PersonId> taker(MeetingRole role, PersonId due, List<Candidate> there, ComingMeeting meeting) {
        Candidate owner = member(due).orElseThrow();
        long turn = ownMeetings(owner, role) / rule.termOf(role);
        for (Swap swap : rota.swaps()) {
            for (boolean first : new boolean[] {true, false}) {
                Swap.Part mine = first ? swap.offered() : swap.wanted();
                Swap.Part theirs = first ? swap.wanted() : swap.offered();
                boolean holds = swap.state() == Swap.State.AGREED
                        && swap.role() == role
                        && mine.person().equals(due)
                        && mine.turn() == turn
                        && !swap.at().isBefore(owner.joinedAt())
                        && has(there, theirs.person())
                        && !skips(theirs.person(), role, meeting)
                        && isStillOwed(theirs, role);
                if (holds) {
                    return Optional.of(theirs.person());
                }
            }
        }
        return Optional.empty();
    }

    /** Unless it was served by its owner all through, a turn that was exchanged is still owed or was given. */
    private boolean isStillOwed(Swap.Part part, MeetingRole role) {
        Candidate owner = member(part.person()).orElseThrow();
        int term = rule.termOf(role);
        long meetings = 0;
        boolean given = false;
        for (HeldTurn held : history) {
            @Nullable Served served = held.served().get(role);
            boolean counts = served != null
                    && !held.at().isBefore(owner.joinedAt())
                    && served.how() != Served.How.STOOD_IN
                    && served.countsFor().equals(part.person());
            if (counts) {
                given |= meetings / term == part.turn()
                        && Objects.requireNonNull(served).how() == Served.How.EXCHANGED;
                meetings++;
            }
        }
        return given || meetings / term <= part.turn();
    }

    private Optional<Candidate> member(PersonId person) {
        return members.stream().filter(c -> c.person().equals(person)).findFirst();
    }

    private boolean skips(PersonId person, MeetingRole role, ComingMeeting meeting) {
        return rota.skips().stream()
                .anyMatch(s -> s.person().equals(person)
                        && s.role() == role
                        && meeting.meeting().equals(Optional.of(s.meeting())));
    }

    private static boolean has(List<Candidate> line, PersonId person) {
        return line.stream().anyMatch(c -> c.person().equals(person));
    }
}
