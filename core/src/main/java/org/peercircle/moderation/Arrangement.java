package org.peercircle.moderation;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.peercircle.decision.Decision;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;

/** Something a member arranges about turns. No reason is asked for. */
public sealed interface Arrangement {

    /** Returns who arranges it. */
    PersonId by();

    /** Returns the stable name of what happens, in lower case with hyphens. */
    String type();

    /** Returns what happens, in ids and times. */
    Map<String, ?> facts();

    /** Returns what is arranged afterwards, or why not. */
    Decision<Rota> on(Rota rota);

    /** Takes no turns for a time, or for good. */
    record OptOut(PersonId by, Away away) implements Arrangement {
        @Override
        public String type() {
            return "moderation-opted-out";
        }

        @Override
        public Map<String, ?> facts() {
            ImmutableMap.Builder<String, Object> facts = ImmutableMap.builder();
            facts.put("person", by).put("from", away.from());
            away.until().ifPresent(u -> facts.put("until", u));
            return facts.buildOrThrow();
        }

        @Override
        public Decision<Rota> on(Rota rota) {
            var next = new ArrayList<>(rota.optOuts());
            next.add(new Rota.OptOut(by, away));
            return Decision.accept(rota.withOptOuts(next));
        }
    }

    /** Takes turns again: what was opted out of from this instant on no longer holds. */
    record OptIn(PersonId by, Instant at) implements Arrangement {
        @Override
        public String type() {
            return "moderation-opted-in";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("person", by, "at", at);
        }

        @Override
        public Decision<Rota> on(Rota rota) {
            if (rota.optOuts().stream().noneMatch(this::reachesOn)) {
                return Decision.refuse(new ModerationRefusal.NotOptedOut(by));
            }
            return Decision.accept(rota.withOptOuts(rota.optOuts().stream()
                    .flatMap(o -> !reachesOn(o) ? Stream.of(o) : cut(o).stream())
                    .toList()));
        }

        private boolean reachesOn(Rota.OptOut optOut) {
            return optOut.person().equals(by)
                    && optOut.away().until().map(at::isBefore).orElse(true);
        }

        private Optional<Rota.OptOut> cut(Rota.OptOut optOut) {
            Away away = optOut.away();
            return away.from().isBefore(at)
                    ? Optional.of(new Rota.OptOut(by, new Away(away.roles(), away.from(), Optional.of(at))))
                    : Optional.empty();
        }
    }

    /** Asks to be passed over at one meeting; comes next after it. */
    record Skip(PersonId by, MeetingId meeting, MeetingRole role) implements Arrangement {
        @Override
        public String type() {
            return "turn-skipped";
        }

        @Override
        public Map<String, ?> facts() {
            return turnFacts(by, meeting, role);
        }

        @Override
        public Decision<Rota> on(Rota rota) {
            var skip = new Rota.Skip(by, meeting, role);
            return rota.skips().contains(skip)
                    ? Decision.refuse(new ModerationRefusal.AlreadySkipped(by, meeting))
                    : Decision.accept(rota.withSkips(Sets.union(rota.skips(), Set.of(skip))));
        }
    }

    /** Takes the turn after all. */
    record KeepTurn(PersonId by, MeetingId meeting, MeetingRole role) implements Arrangement {
        @Override
        public String type() {
            return "turn-kept";
        }

        @Override
        public Map<String, ?> facts() {
            return turnFacts(by, meeting, role);
        }

        @Override
        public Decision<Rota> on(Rota rota) {
            var skip = new Rota.Skip(by, meeting, role);
            return rota.skips().contains(skip)
                    ? Decision.accept(rota.withSkips(Sets.difference(rota.skips(), Set.of(skip))))
                    : Decision.refuse(new ModerationRefusal.NotSkipped(by, meeting));
        }
    }

    /** Offers a swap, as {@link TurnOrder#swap} has it. */
    record OfferSwap(Swap swap) implements Arrangement {
        @Override
        public PersonId by() {
            return swap.offered().person();
        }

        @Override
        public String type() {
            return "swap-offered";
        }

        @Override
        public Map<String, ?> facts() {
            return swapFacts(swap.role(), by(), swap.wanted().person());
        }

        @Override
        public Decision<Rota> on(Rota rota) {
            PersonId other = swap.wanted().person();
            boolean open = rota.offers().stream()
                    .anyMatch(s -> s.role() == swap.role()
                            && Set.of(s.offered().person(), s.wanted().person()).equals(Set.of(by(), other)));
            return open
                    ? Decision.refuse(new ModerationRefusal.SwapAlreadyOffered(by(), other))
                    : Decision.accept(rota.withSwap(swap.in(Swap.State.OFFERED)));
        }
    }

    /** Answers an offer. */
    record AnswerSwap(PersonId by, PersonId offeredBy, MeetingRole role, boolean yes) implements Arrangement {
        @Override
        public String type() {
            return yes ? "swap-agreed" : "swap-declined";
        }

        @Override
        public Map<String, ?> facts() {
            return swapFacts(role, offeredBy, by);
        }

        @Override
        public Decision<Rota> on(Rota rota) {
            return rota.settle(role, offeredBy, by, s -> s.in(yes ? Swap.State.AGREED : Swap.State.DECLINED));
        }
    }

    /** Takes an offer back. */
    record WithdrawSwap(PersonId by, PersonId offeredTo, MeetingRole role) implements Arrangement {
        @Override
        public String type() {
            return "swap-withdrawn";
        }

        @Override
        public Map<String, ?> facts() {
            return swapFacts(role, by, offeredTo);
        }

        @Override
        public Decision<Rota> on(Rota rota) {
            return rota.settle(role, by, offeredTo, s -> s.in(Swap.State.WITHDRAWN));
        }
    }

    private static Map<String, ?> turnFacts(PersonId person, MeetingId meeting, MeetingRole role) {
        return Map.of("person", person, "meeting", meeting, "role", role);
    }

    private static Map<String, ?> swapFacts(MeetingRole role, PersonId by, PersonId with) {
        return Map.of("role", role, "person", by, "with", with);
    }
}
