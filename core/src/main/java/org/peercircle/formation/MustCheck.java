package org.peercircle.formation;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;

/** A rule that names a trait nobody has, or somebody who is not there, is a slip of the pen and never passed over. */
final class MustCheck {

    private MustCheck() {}

    static void check(Must must, ImmutableSet<PersonId> people, int groups, List<Entrant> entrants) {
        if (must instanceof Must.ApartBy rule) {
            requireTrait(rule.trait(), entrants);
        } else if (must instanceof Must.NobodyAlone rule) {
            requirePeople(rule.waived(), people, rule.name());
        } else if (must instanceof Must.SharedValue rule) {
            requireTrait(rule.trait(), entrants);
        } else if (must instanceof Must.AtLeast rule) {
            requireTrait(rule.trait(), entrants);
        } else if (must instanceof Must.AtMost rule) {
            requireTrait(rule.trait(), entrants);
        } else if (must instanceof Must.Together rule) {
            rule.sets().forEach(set -> requirePeople(set, people, rule.name()));
        } else if (must instanceof Must.AtMostWith rule) {
            requireTrait(rule.trait(), entrants);
        } else if (must instanceof Must.Unchanged rule) {
            rule.groups().values().forEach(set -> requirePeople(set, people, rule.name()));
            rule.groups().keySet().forEach(g -> Arguments.requireBetween(0, g, groups - 1L, "unchanged group"));
        } else if (must instanceof Must.Pinned rule) {
            requirePeople(rule.groups().keySet(), people, rule.name());
            rule.groups().values().forEach(g -> Arguments.requireBetween(0, g, groups - 1L, "pinned group"));
        }
    }

    static void check(Preference preference, List<Entrant> entrants) {
        if (preference instanceof Preference.Spread wish) {
            requireTrait(wish.trait(), entrants);
        } else if (preference instanceof Preference.Gather wish) {
            requireTrait(wish.trait(), entrants);
        } else if (preference instanceof Preference.Balance wish) {
            requireTrait(wish.trait(), entrants);
        }
    }

    private static void requireTrait(String trait, List<Entrant> entrants) {
        if (!entrants.isEmpty() && entrants.stream().noneMatch(e -> e.traits().containsKey(trait))) {
            Set<String> known = new TreeSet<>();
            entrants.forEach(e -> known.addAll(e.traits().keySet()));
            throw new IllegalArgumentException(
                    "trait must be one that somebody has, of " + known + ", but was \"" + trait + "\"");
        }
    }

    private static void requirePeople(Set<PersonId> named, ImmutableSet<PersonId> people, String rule) {
        named.forEach(p -> Arguments.require(
                people.contains(p), "people of the rule \"" + rule + "\"", "be among the entrants", p));
    }
}
