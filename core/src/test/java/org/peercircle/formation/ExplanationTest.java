package org.peercircle.formation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peercircle.id.PersonId;
import org.peercircle.people.AttributeValue;

/** What each rule says of a seat, word for word. */
class ExplanationTest {

    private static final Entrant ADA = entrant("ada", "lab", "Babbage", "language", "en,fr", "months", "10");
    private static final Entrant BEA = entrant("bea", "lab", "Curie", "language", "en", "months", "20");
    private static final Entrant CAL = entrant("cal", "lab", "Babbage", "language", "fr", "months", "30");
    private static final Entrant DEE = entrant("dee");

    private static final Explanation WITH_BEA = new Explanation(ADA, List.of(BEA), 0, List.of(ADA, BEA, CAL, DEE));
    private static final Explanation WITH_CAL = new Explanation(ADA, List.of(CAL), 0, List.of(ADA, BEA, CAL, DEE));
    private static final Explanation OF_DEE = new Explanation(DEE, List.of(BEA), 1, List.of(ADA, BEA, CAL, DEE));

    private static Entrant entrant(String id, String... traits) {
        ImmutableMap.Builder<String, AttributeValue> map = ImmutableMap.builder();
        for (int i = 0; i < traits.length; i += 2) {
            map.put(
                    traits[i],
                    traits[i].equals("months")
                            ? AttributeValue.of(Integer.parseInt(traits[i + 1]))
                            : AttributeValue.of(List.of(traits[i + 1].split(","))));
        }
        return new Entrant(PersonId.of(id), map.buildOrThrow(), Optional.empty());
    }

    private static ImmutableSet<PersonId> ids(Entrant... entrants) {
        return ImmutableList.copyOf(entrants).stream().map(Entrant::id).collect(ImmutableSet.toImmutableSet());
    }

    @Test
    void musts_say_whether_and_how_they_are_kept() {
        Must apart = Must.apart("former rivals", Set.of(Pair.of(ADA.id(), CAL.id())));
        Must together = new Must.Together(ImmutableList.of(ids(ADA, BEA)));
        Map<Must, String> withBea = Map.ofEntries(
                Map.entry(Must.apartBy("lab"), "1 person of the same lab sits elsewhere."),
                Map.entry(apart, "\"Former rivals\" keeps them from 1 person, who sits elsewhere."),
                Map.entry(together, "Sits with bea."),
                Map.entry(
                        new Must.SharedSlot(Problems.SLOTS, 2),
                        "The group shares " + Problems.SLOTS.grid().size() + " weekly slots; 2 asked for."),
                Map.entry(new Must.SharedValue("language"), "The group shares the language en."),
                Map.entry(
                        new Must.AtLeast(1, "language", "fr"),
                        "The group has 1 with language fr; at least 1 asked for."),
                Map.entry(
                        new Must.AtMostWith(3, "language", "en"),
                        "The group has 2 with language en; at most 3 asked for."),
                Map.entry(new Must.AtMost(1, "lab"), "The group has 1 with lab Babbage; at most 1 asked for."),
                Map.entry(new Must.Pinned(ImmutableMap.of(ADA.id(), 0)), "Stays in group 1."),
                Map.entry(new Must.Pinned(ImmutableMap.of(ADA.id(), 1)), "Was to stay in another group."),
                Map.entry(new Must.Pinned(ImmutableMap.of(BEA.id(), 0)), "Free to sit in any group."));
        withBea.forEach((must, sentence) -> assertThat(WITH_BEA.of(must)).isEqualTo(sentence));
        assertThat(WITH_CAL.of(Must.apartBy("lab")))
                .isEqualTo("1 with the same lab sits in this group; the rule is broken.");
        assertThat(WITH_CAL.of(apart))
                .isEqualTo("1 person against \"former rivals\" sits in this group; the rule is broken.");
        assertThat(WITH_CAL.of(together)).isEqualTo("Misses 1 person they were to sit with; the rule is broken.");
        assertThat(OF_DEE.of(Must.apartBy("lab"))).isEqualTo("No lab is known.");
        assertThat(OF_DEE.of(new Must.AtMost(1, "lab"))).isEqualTo("No lab is known.");
        assertThat(OF_DEE.of(apart)).isEqualTo("\"Former rivals\" says nothing of them.");
        assertThat(OF_DEE.of(together)).isEqualTo("Was to sit with nobody in particular.");
        assertThat(OF_DEE.of(new Must.SharedValue("language")))
                .isEqualTo("The group shares no language; the rule is broken.");
        Must odd = new Must.GroupRule("odd groups", m -> 1 - m.size() % 2, false);
        assertThat(WITH_BEA.of(odd)).isEqualTo("Their seat breaks the rule: odd groups.");
        assertThat(new Explanation(ADA, List.of(BEA, DEE), 0, List.of(ADA, BEA, DEE)).of(odd))
                .isEqualTo("Kept: odd groups.");
    }

    @Test
    void preferences_say_what_the_seat_is_worth() {
        assertThat(WITH_BEA.of(Preference.spread("lab"))).isEqualTo("The only one of their lab; meets 1 others.");
        assertThat(WITH_CAL.of(Preference.spread("lab"))).isEqualTo("1 more of the same lab; meets 0 others.");
        assertThat(WITH_BEA.of(Preference.gather("language"))).isEqualTo("Shares language: en.");
        assertThat(OF_DEE.of(Preference.gather("language"))).isEqualTo("Shares no language with the group.");
        Preference novelty = new Preference.Novelty(ImmutableList.of(ImmutableList.of(ids(ADA, BEA))), .5);
        assertThat(WITH_BEA.of(novelty)).isEqualTo("Meets 0 for the first time, and 1 again.");
        assertThat(WITH_CAL.of(novelty)).isEqualTo("Meets 1 for the first time.");
        Preference stay = new Preference.LeastChange(ImmutableMap.of(ADA.id(), 0, BEA.id(), 0));
        assertThat(WITH_BEA.of(stay)).isEqualTo("Keeps 1 mate.");
        assertThat(WITH_CAL.of(stay)).isEqualTo("Keeps 0 mates.");
        assertThat(WITH_BEA.of(Preference.balance("months")))
                .isEqualTo("The group's mean months is 15.0, that of all 20.0.");
        assertThat(new Explanation(DEE, List.of(), 0, List.of(DEE)).of(Preference.balance("months")))
                .isEqualTo("No months is known in the group.");
        assertThat(WITH_BEA.of(new Preference.MoreSlots(Problems.SLOTS, 3))).endsWith("weekly slots; 3 are enough.");
        assertThat(WITH_BEA.of(new Preference.PairCriterion("kinship", (a, b) -> .25)))
                .isEqualTo("Kinship: 0.25 of 1 with their group.");
        assertThat(WITH_BEA.of(Preference.pairSum("distance", (a, b) -> 7)))
                .isEqualTo("Distance: 7.00 with their group.");
        assertThat(WITH_BEA.of(new Preference.GroupCriterion("even", m -> .5)))
                .isEqualTo("Even: 0.50 of 1 for the group.");
    }

    @Test
    void a_rules_unit_is_said_in_words() {
        assertThat(Must.apartBy("lab").units(1)).isEqualTo("1 pair");
        assertThat(new Must.SharedSlot(Problems.SLOTS, 2).units(2)).isEqualTo("2 missing slots");
        assertThat(new Must.Together(ImmutableList.of()).units(1)).isEqualTo("1 missing mate");
        assertThat(new Must.AtMost(1, "lab").units(3)).isEqualTo("3 people");
        assertThat(new Must.GroupRule("x", m -> 0, false).units(1)).isEqualTo("1 unit");
    }
}
