package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.peercircle.cohort.Cohort;
import org.peercircle.confidentiality.World;
import org.peercircle.formation.Breach;
import org.peercircle.formation.Change;
import org.peercircle.formation.Effect;
import org.peercircle.formation.Entrant;
import org.peercircle.formation.Formation;
import org.peercircle.formation.FormationProblem;
import org.peercircle.formation.GroupBounds;
import org.peercircle.formation.GroupFormer;
import org.peercircle.formation.Must;
import org.peercircle.formation.Pair;
import org.peercircle.formation.SeatReason;
import org.peercircle.id.PersonId;
import org.peercircle.people.AttributeValue;
import org.peercircle.people.Declarations;
import org.peercircle.people.IdentityUse;
import org.peercircle.people.Participant;

/** Turns participants and rules into a formation problem, and its answer into what a coordinator may see. */
final class Formations {

    /** Keeps declared identities apart from whatever the host calls its own attributes. */
    private static final String DECLARED = "declared ";

    private Formations() {}

    static FormationProblem problem(
            Iterable<Participant> people, ImmutableList<GroupBounds> bounds, FormationRules rules, Work work) {
        World world = World.at(work.now()).build();
        LocalDate today = work.today();
        List<Entrant> entrants = new ArrayList<>();
        Map<PersonId, Declarations> declared = new LinkedHashMap<>();
        for (Participant participant : people) {
            Declarations own = Worlds.declared(participant, world);
            declared.put(participant.id(), own);
            Entrant entrant = Entrant.of(participant, today);
            for (String axis : rules.nobodyAloneIn()) {
                ImmutableSet<String> values =
                        own.identitiesFor(IdentityUse.FORMATION).get(axis);
                if (!values.isEmpty()) {
                    entrant = entrant.with(DECLARED + axis, AttributeValue.of(values));
                }
            }
            entrants.add(entrant);
        }
        return FormationProblem.builder()
                .addAllEntrants(entrants)
                .addAllBounds(bounds)
                .addAllMusts(applicable(rules.musts(), entrants))
                .addMusts(Must.apart("keep apart who has power over the other", reportingLines(people, today)))
                .addMusts(new Must.Apart("declared conflicts", conflicts(declared), true))
                .addAllMusts(nobodyAlone(rules, declared))
                .addAllWishes(rules.wishes())
                .build();
    }

    /** The preset's rules over labs and supervisors say nothing where the host knows of none. */
    private static List<Must> applicable(List<Must> musts, List<Entrant> entrants) {
        return musts.stream()
                .filter(must -> !(must instanceof Must.ApartBy apart)
                        || !(apart.trait().equals(Entrant.LAB) || apart.trait().equals(Entrant.SUPERVISOR))
                        || entrants.stream().anyMatch(e -> e.traits().containsKey(apart.trait())))
                .toList();
    }

    private static Set<Pair> reportingLines(Iterable<Participant> people, LocalDate today) {
        Set<PersonId> here = new HashSet<>();
        people.forEach(p -> here.add(p.id()));
        ImmutableSet.Builder<Pair> pairs = ImmutableSet.builder();
        for (Participant participant : people) {
            participant.powersOn(today).stream()
                    .filter(here::contains)
                    .forEach(holder -> pairs.add(Pair.of(holder, participant.id())));
        }
        return pairs.build();
    }

    private static ImmutableSet<Pair> conflicts(Map<PersonId, Declarations> declared) {
        ImmutableSet.Builder<Pair> pairs = ImmutableSet.builder();
        declared.forEach((person, own) -> own.conflicts().stream()
                .filter(other -> declared.containsKey(other) && !other.equals(person))
                .forEach(other -> pairs.add(Pair.of(person, other))));
        return pairs.build();
    }

    private static List<Must> nobodyAlone(FormationRules rules, Map<PersonId, Declarations> declared) {
        List<Must> musts = new ArrayList<>();
        for (String axis : rules.nobodyAloneIn()) {
            ImmutableSet<PersonId> waived = declared.entrySet().stream()
                    .filter(e -> e.getValue().fineAlone().contains(axis))
                    .map(Map.Entry::getKey)
                    .collect(ImmutableSet.toImmutableSet());
            musts.add(new Must.NobodyAlone(DECLARED + axis, 2, waived, true));
        }
        return musts;
    }

    /** What a coordinator sees; everything in it but one bit comes from the open rules alone. */
    static FormationProposal proposal(Cohort cohort, FormationProblem problem, Formation formed, GroupFormer former) {
        Formation open = Formation.ofGroups(
                problem.withoutPrivateRules(),
                formed.groups().stream().map(ImmutableSet::copyOf).toList());
        ImmutableMap.Builder<PersonId, ImmutableList<String>> why = ImmutableMap.builder();
        ImmutableMap.Builder<PersonId, ImmutableList<String>> alternatives = ImmutableMap.builder();
        problem.entrants().forEach(entrant -> {
            SeatReason reason = open.why(entrant.id());
            why.put(entrant.id(), reason.lines());
            alternatives.put(
                    entrant.id(),
                    reason.alternatives().stream()
                            .map(effect -> words(entrant.id(), effect))
                            .collect(ImmutableList.toImmutableList()));
        });
        return new FormationProposal(
                cohort.id(),
                formed.groups(),
                formed.waiting(),
                open.outcome(),
                open.breaches().stream().map(Formations::words).collect(ImmutableList.toImmutableList()),
                formed.breaches().stream().noneMatch(b -> b.must().isPrivate()),
                open.findings(),
                open.score().broken() == 0 ? ImmutableList.of() : former.diagnose(open.problem()),
                open.scores(),
                open.upperBound(),
                formed.wasCutShort(),
                why.buildOrThrow(),
                alternatives.buildOrThrow());
    }

    private static String words(Breach breach) {
        return "group " + (breach.group() + 1) + ": " + breach.must().name();
    }

    private static String words(PersonId person, Change change) {
        if (change instanceof Change.Swap swap) {
            return "Changing places with " + (swap.one().equals(person) ? swap.other() : swap.one());
        }
        return change instanceof Change.MoveTo move ? "Moving to group " + (move.group() + 1) : "Leaving the group";
    }

    private static String words(PersonId person, Effect effect) {
        String what = words(person, effect.change());
        if (effect.moreBroken() > 0) {
            return what + " would break a rule.";
        }
        double gain = effect.gain();
        return Math.abs(gain) < 5e-5
                ? what + " would make no difference to the open rules."
                : String.format(
                        Locale.ROOT,
                        "%s would %s %.4f by the open rules.",
                        what,
                        gain < 0 ? "cost" : "gain",
                        Math.abs(gain));
    }
}
