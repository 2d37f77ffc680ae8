package org.peercircle.persistence.tck;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.peercircle.decision.Decision;
import org.peercircle.id.PersonId;
import org.peercircle.office.Actor;
import org.peercircle.office.port.ProgramRepository;

/**
 * Plays a script in two worlds that differ only in what an onlooker may not see, and compares all that the onlooker can
 * get, after each act (laws C15, C16). Two worlds are never drawn at random: the second is the first with other words, or
 * without an act, where those are hidden from the onlooker.
 */
final class TwoWorlds {

    private static final String THESE = "a few words";
    private static final String OTHERS = "something else altogether, and more of it";

    private final Supplier<ProgramRepository> repositories;
    private final Look look;
    private final boolean leavesActsOut;

    TwoWorlds(Supplier<ProgramRepository> repositories) {
        this(repositories, Seen::by, true);
    }

    private TwoWorlds(Supplier<ProgramRepository> repositories, Look look, boolean leavesActsOut) {
        this.repositories = repositories;
        this.look = look;
        this.leavesActsOut = leavesActsOut;
    }

    /** What of all that an onlooker can get is compared. */
    interface Look {
        ImmutableList<String> by(Actor actor, Stage stage, Stage ids, boolean all);
    }

    /** Compares what an onlooker would take along, after each act. */
    TwoWorlds comparingExports() {
        return new TwoWorlds(repositories, (actor, stage, ids, all) -> Seen.export(actor, stage), leavesActsOut);
    }

    /** Leaves no act out of the second world: where there is something to hide, other words are said in it. */
    TwoWorlds sayingOtherWords() {
        return new TwoWorlds(repositories, look, false);
    }

    /** A difference that somebody noticed who must not. */
    record Noticed(Onlooker onlooker, ImmutableList<Act> script, int act, String here, String there) {
        @Override
        public String toString() {
            int from = 0;
            while (from < Math.min(here.length(), there.length()) && here.charAt(from) == there.charAt(from)) {
                from++;
            }
            int start = Math.max(0, from - 80);
            return onlooker + " noticed " + script.get(act) + "\n  in " + here.substring(0, here.indexOf(':') + 1)
                    + "\n  one world: …" + here.substring(start, Math.min(here.length(), from + 120))
                    + "\n  the other: …" + there.substring(start, Math.min(there.length(), from + 120))
                    + "\n  in the script " + script;
        }
    }

    /** Plays a script drawn from a seed; returns what was noticed, in a script as short as can be. */
    Optional<Noticed> play(long seed, int length) {
        return first(seed, length).map(noticed -> shortened(noticed, seed));
    }

    /** Whether anything is noticed in the script drawn from a seed. */
    boolean isNoticed(long seed, int length) {
        return first(seed, length).isPresent();
    }

    private Optional<Noticed> first(long seed, int length) {
        Random random = new Random(seed);
        Onlooker onlooker = Onlooker.values()[random.nextInt(Onlooker.values().length)];
        return play(onlooker, Act.script(onlooker, random, length), seed);
    }

    /** Plays a script drawn from a seed before this onlooker; returns what was noticed. */
    Optional<Noticed> playBefore(Onlooker onlooker, long seed, int length) {
        return play(onlooker, Act.script(onlooker, new Random(seed), length), seed)
                .map(noticed -> shortened(noticed, seed));
    }

    private Noticed shortened(Noticed noticed, long seed) {
        Noticed shortest = noticed;
        for (int i = shortest.script().size() - 1; i >= 0; i--) {
            if (i < shortest.script().size()) {
                List<Act> fewer = new ArrayList<>(shortest.script());
                fewer.remove(i);
                shortest = play(noticed.onlooker(), ImmutableList.copyOf(fewer), seed)
                        .orElse(shortest);
            }
        }
        return shortest;
    }

    private Optional<Noticed> play(Onlooker onlooker, ImmutableList<Act> script, long seed) {
        Timeline timeline = timeline(script);
        Stage here = new Stage(repositories.get());
        Stage there = new Stage(repositories.get());
        for (int n = 0; n < script.size(); n++) {
            Act act = script.get(n);
            here.wait(n, act);
            there.wait(n, act);
            Decision<?> decided = here.play(act, THESE, THESE);
            Onlooker.Hidden hidden = onlooker.hides(script, n, timeline);
            Optional<Decision<?>> other = hidden == Onlooker.Hidden.AUTHOR
                    ? Optional.of(Decision.accept(
                            decided.equals(Decision.accept(true)) && isSaid(there, authors(onlooker, script, act))))
                    : playThere(there, act, hidden, seed + n, here);
            if (onlooker.isAuthorOf(act)) {
                String answer = printed(act, decided);
                String otherAnswer = printed(act, other.orElseThrow());
                if (!answer.equals(otherAnswer)) {
                    return Optional.of(new Noticed(onlooker, script, n, answer, otherAnswer));
                }
            }
            Optional<Noticed> noticed = compared(onlooker, script, n, here, there);
            if (noticed.isPresent()) {
                return noticed;
            }
        }
        return Optional.empty();
    }

    private Optional<Decision<?>> playThere(Stage there, Act act, Onlooker.Hidden hidden, long chance, Stage ids) {
        return switch (hidden) {
            case NOTHING, AUTHOR -> Optional.of(there.play(act, THESE, THESE, ids));
            case GOAL -> Optional.of(there.play(act, THESE, OTHERS, ids));
            case TEXT -> Optional.of(there.play(act, OTHERS, OTHERS, ids));
            case ALL ->
                !leavesActsOut || new Random(chance).nextInt(3) == 0
                        ? Optional.of(there.play(act, OTHERS, OTHERS, ids))
                        : Optional.empty();
        };
    }

    /** Has the first say it of those who can. */
    private static boolean isSaid(Stage there, List<PersonId> authors) {
        return authors.stream().anyMatch(author -> there.say(author, THESE));
    }

    /** Who could have said it as well, and who did: not the onlooker, nor anybody whose words go with them. */
    private static List<PersonId> authors(Onlooker onlooker, ImmutableList<Act> script, Act act) {
        Set<Integer> erased = script.stream()
                .filter(other -> other.kind() == Act.Kind.ERASE)
                .map(Act::who)
                .collect(Collectors.toSet());
        PersonId author = Stage.person(act.who());
        if (erased.contains(act.who())) {
            return List.of(author);
        }
        List<PersonId> others = IntStream.range(1, Stage.FOUNDERS)
                .map(i -> (act.who() + i) % Stage.FOUNDERS)
                .filter(i -> !erased.contains(i))
                .mapToObj(Stage::person)
                .filter(person -> !person.equals(onlooker.actor().person()))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.rotate(others, act.which());
        others.add(author);
        return others;
    }

    private Optional<Noticed> compared(Onlooker onlooker, ImmutableList<Act> script, int n, Stage here, Stage there) {
        boolean all = n == script.size() - 1;
        ImmutableList<String> seen = look.by(onlooker.actor(), here, here, all);
        ImmutableList<String> seenThere = look.by(onlooker.actor(), there, here, all);
        for (int i = 0; i < seen.size(); i++) {
            if (!seen.get(i).equals(seenThere.get(i))) {
                return Optional.of(new Noticed(onlooker, script, n, seen.get(i), seenThere.get(i)));
            }
        }
        return Optional.empty();
    }

    private static String printed(Act act, Decision<?> decided) {
        StringBuilder text = new StringBuilder("answer to " + act.kind() + ": ");
        Seen.print(decided, text);
        return text.toString();
    }

    private Timeline timeline(ImmutableList<Act> script) {
        Stage stage = new Stage(repositories.get());
        int joined = script.size();
        int left = script.size();
        int power = script.size();
        int sinceInstant = 0;
        for (int n = 0; n < script.size(); n++) {
            Act act = script.get(n);
            stage.wait(n, act);
            sinceInstant = act.hours() > 0 ? n : sinceInstant;
            stage.play(act, THESE, THESE);
            power = act.kind() == Act.Kind.GAIN_POWER ? Math.min(power, n) : power;
            joined = stage.isAcknowledgedMember(Stage.NEWCOMER) ? Math.min(joined, sinceInstant) : joined;
            left = stage.isMember(Onlooker.LEAVES) ? left : Math.min(left, n);
        }
        return new Timeline(joined, left, power);
    }
}
