package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.peercircle.decision.DomainEvent;
import org.peercircle.group.Leave;
import org.peercircle.group.Membership;
import org.peercircle.group.PeerGroup;

/** What a group is by its events alone, content aside: the plainest fold there is. */
final class EventReplay {

    /** One stay as text: who, from, until, kind, space, leaves. */
    private record Stay(String person, String joined, String left, String kind, String space, List<String> leaves) {
        Stay leaving(String at, String keeps) {
            List<String> kept = new ArrayList<>();
            for (String leave : leaves) {
                Instant from = Instant.parse(leave.split("/", 2)[0]);
                String until = leave.split("/", 2)[1];
                Instant end = Instant.parse(at);
                if (from.isBefore(end)) {
                    boolean cut = until.isEmpty() || Instant.parse(until).isAfter(end);
                    kept.add(from + "/" + (cut ? at : until));
                }
            }
            return new Stay(person, joined, at, kind, keeps, kept);
        }
    }

    private final List<Stay> stays = new ArrayList<>();
    private final List<String> acknowledged = new ArrayList<>();
    private final Map<String, String> invitations = new LinkedHashMap<>();
    private final Map<String, String> proposals = new TreeMap<>();
    private final Map<String, String> votes = new TreeMap<>();
    private String version = "0";
    private String ended = "";
    private String members = "";
    private String term = "";

    static String of(List<DomainEvent> events, String group) {
        EventReplay replay = new EventReplay();
        events.stream().filter(e -> e.subject().equals(group)).forEach(replay::apply);
        return replay.text();
    }

    private void apply(DomainEvent event) {
        Map<String, String> f = event.facts();
        String person = f.getOrDefault("person", "");
        switch (event.type()) {
            case "member-joined" -> stays.add(new Stay(person, f.getOrDefault("at", ""), "", "", "false", List.of()));
            case "member-departed" ->
                replaceLast(person, s -> s.leaving(f.getOrDefault("at", ""), f.getOrDefault("space", "")));
            case "departure-kind" ->
                replaceLast(
                        person,
                        s -> new Stay(person, s.joined(), s.left(), f.getOrDefault("kind", ""), s.space(), s.leaves()));
            case "leave-taken" ->
                replaceLast(person, s -> {
                    List<String> leaves = new ArrayList<>(s.leaves());
                    leaves.add(f.getOrDefault("from", "") + "/" + f.getOrDefault("until", ""));
                    leaves.sort(null);
                    return new Stay(person, s.joined(), s.left(), s.kind(), s.space(), leaves);
                });
            case "leave-ended" ->
                replaceLast(person, s -> {
                    Instant at = Instant.parse(f.getOrDefault("at", ""));
                    List<String> leaves = new ArrayList<>(s.leaves());
                    leaves.replaceAll(l -> {
                        String until = l.split("/", 2)[1];
                        boolean covers = !at.isBefore(Instant.parse(l.split("/", 2)[0]))
                                && (until.isEmpty() || at.isBefore(Instant.parse(until)));
                        return covers ? l.split("/", 2)[0] + "/" + at : l;
                    });
                    return new Stay(person, s.joined(), s.left(), s.kind(), s.space(), leaves);
                });
            case "charter-adopted" -> version = f.getOrDefault("version", "");
            case "charter-acknowledged" ->
                acknowledged.add(person + " " + f.getOrDefault("version", "") + " " + f.getOrDefault("at", ""));
            case "invited" -> invitations.put(person + " " + f.getOrDefault("at", ""), "open");
            case "invitation-ended" ->
                lastInvitation(person).ifPresent(key -> invitations.put(key, f.getOrDefault("how", "")));
            case "proposal-made" ->
                proposals.put(
                        f.getOrDefault("proposal", ""),
                        f.getOrDefault("motion", "") + " by " + f.getOrDefault("by", ""));
            case "proposal-settled" ->
                proposals.merge(f.getOrDefault("proposal", ""), " " + f.getOrDefault("agreed", ""), String::concat);
            case "vote-cast" ->
                votes.put(
                        f.getOrDefault("proposal", "") + " " + f.getOrDefault("voter", ""), f.getOrDefault("yes", ""));
            case "size-agreed" -> members = f.getOrDefault("members", "");
            case "term-agreed" -> term = f.getOrDefault("until", "");
            case "group-ended" -> ended = f.getOrDefault("at", "");
            default -> {}
        }
    }

    private Optional<String> lastInvitation(String person) {
        return invitations.keySet().stream()
                .filter(k -> k.startsWith(person + " "))
                .reduce((earlier, later) -> later);
    }

    private void replaceLast(String person, UnaryOperator<Stay> change) {
        for (int i = stays.size() - 1; i >= 0; i--) {
            if (stays.get(i).person().equals(person)) {
                stays.set(i, change.apply(stays.get(i)));
                return;
            }
        }
        throw new AssertionError("an event speaks of " + person + ", who never joined");
    }

    private String text() {
        return stays + "\n" + acknowledged + "\n" + invitations + "\n" + proposals + "\n" + votes + "\n" + version + " "
                + ended + " " + members + " " + term;
    }

    /** The same of the group itself. */
    static String of(PeerGroup group) {
        EventReplay state = new EventReplay();
        for (Membership m : group.memberships()) {
            state.stays.add(new Stay(
                    m.person().value(),
                    m.joinedAt().toString(),
                    m.leftAt().map(Instant::toString).orElse(""),
                    m.departure().map(d -> d.kind().name()).orElse(""),
                    String.valueOf(m.keepsSpace()),
                    m.leaves().stream().map(EventReplay::text).collect(ImmutableList.toImmutableList())));
        }
        group.acknowledgements().forEach(a -> state.acknowledged.add(a.person() + " " + a.version() + " " + a.at()));
        group.invitations()
                .forEach(i -> state.invitations.put(
                        i.person() + " " + i.ballot().openedAt(),
                        i.ended().map(e -> e.how().name()).orElse("open")));
        group.proposals().forEach(p -> {
            state.proposals.put(
                    p.id().value(),
                    p.motion().code() + " by " + p.by()
                            + p.settled().map(s -> " " + s.agreed()).orElse(""));
            p.ballot().votes().forEach((voter, yes) -> state.votes.put(p.id() + " " + voter, yes.toString()));
        });
        state.version = String.valueOf(group.charters().size());
        state.ended = group.endedAt().map(Instant::toString).orElse("");
        state.members =
                group.sizeConsent().map(c -> String.valueOf(c.members())).orElse("");
        state.term = group.termUntil().map(Object::toString).orElse("");
        return state.text();
    }

    private static String text(Leave leave) {
        return leave.from() + "/" + leave.until().map(Instant::toString).orElse("");
    }
}
