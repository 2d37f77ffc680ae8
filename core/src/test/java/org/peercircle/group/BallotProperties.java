package org.peercircle.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.peercircle.group.Ballot.Outcome;
import org.peercircle.id.PersonId;

/** Votes against counting them in the plainest way. */
class BallotProperties {

    private static final List<PersonId> PEOPLE =
            List.of(PersonId.of("p0"), PersonId.of("p1"), PersonId.of("p2"), PersonId.of("p3"), PersonId.of("p4"));

    @Provide
    Arbitrary<ConsentRule> rules() {
        return Arbitraries.of(
                ConsentRule.unanimity(),
                ConsentRule.moderator(),
                ConsentRule.noVeto(3),
                ConsentRule.majority(1),
                ConsentRule.majority(50),
                ConsentRule.majority(66),
                ConsentRule.majority(100));
    }

    @Provide
    Arbitrary<Map<PersonId, Boolean>> votes() {
        return Arbitraries.maps(Arbitraries.of(PEOPLE), Arbitraries.of(true, false));
    }

    @Provide
    Arbitrary<Set<PersonId>> asked() {
        return Arbitraries.of(PEOPLE).set();
    }

    private static Ballot ballot(ConsentRule rule, Map<PersonId, Boolean> votes) {
        return new Ballot(
                rule,
                GroupFixtures.START,
                GroupFixtures.day(7),
                Optional.of(PEOPLE.get(0)),
                ImmutableMap.copyOf(votes));
    }

    @Property
    void S20_a_closed_ballot_says_what_counting_says(
            @ForAll("rules") ConsentRule rule,
            @ForAll("votes") Map<PersonId, Boolean> votes,
            @ForAll("asked") Set<PersonId> asked) {
        Outcome outcome = ballot(rule, votes).outcome(ImmutableSet.copyOf(asked), GroupFixtures.day(7));
        assertThat(outcome).isEqualTo(expected(rule, votes, asked) ? Outcome.AGREED : Outcome.REFUSED);
    }

    private static boolean expected(ConsentRule rule, Map<PersonId, Boolean> votes, Set<PersonId> asked) {
        int yes = 0;
        int no = 0;
        for (PersonId person : asked) {
            Boolean vote = votes.get(person);
            yes += vote != null && vote ? 1 : 0;
            no += vote != null && !vote ? 1 : 0;
        }
        if (asked.isEmpty()) {
            return true;
        }
        if (rule instanceof ConsentRule.Unanimity) {
            return yes == asked.size();
        }
        if (rule instanceof ConsentRule.NoVeto) {
            return no == 0;
        }
        if (rule instanceof ConsentRule.Majority majority) {
            return yes > no && 100.0 * (yes + no) / asked.size() >= majority.quorum();
        }
        return asked.contains(PEOPLE.get(0)) ? votes.getOrDefault(PEOPLE.get(0), false) : yes > no;
    }

    @Property
    void S20_what_is_settled_early_no_further_vote_could_turn(
            @ForAll("rules") ConsentRule rule,
            @ForAll("votes") Map<PersonId, Boolean> votes,
            @ForAll("votes") Map<PersonId, Boolean> later) {
        ImmutableSet<PersonId> asked = ImmutableSet.copyOf(PEOPLE);
        Outcome early = ballot(rule, votes).outcome(asked, GroupFixtures.day(1));
        if (early != Outcome.OPEN) {
            Map<PersonId, Boolean> all = new HashMap<>(later);
            all.putAll(votes);
            assertThat(ballot(rule, all).outcome(asked, GroupFixtures.day(7))).isEqualTo(early);
        }
    }

    @Example
    void S20_silence_is_a_no_or_a_yes_as_the_rule_has_it() {
        ImmutableSet<PersonId> asked = ImmutableSet.copyOf(PEOPLE);
        assertThat(ballot(ConsentRule.unanimity(), Map.of()).outcome(asked, GroupFixtures.day(6)))
                .isEqualTo(Outcome.OPEN);
        assertThat(ballot(ConsentRule.unanimity(), Map.of()).outcome(asked, GroupFixtures.day(7)))
                .isEqualTo(Outcome.REFUSED);
        assertThat(ballot(ConsentRule.noVeto(3), Map.of()).outcome(asked, GroupFixtures.day(7)))
                .isEqualTo(Outcome.AGREED);
        assertThat(ballot(ConsentRule.moderator(), Map.of(PEOPLE.get(0), true)).outcome(asked, GroupFixtures.START))
                .isEqualTo(Outcome.AGREED);
        Ballot quick = Ballot.open(ConsentRule.noVeto(3), GroupFixtures.START, GroupFixtures.day(7), Optional.empty());
        assertThat(quick.closesAt()).isEqualTo(GroupFixtures.day(3));
        assertThat(Ballot.open(ConsentRule.noVeto(9), GroupFixtures.START, GroupFixtures.day(7), Optional.empty())
                        .closesAt())
                .isEqualTo(GroupFixtures.day(7));
        assertThat(Ballot.open(ConsentRule.unanimity(), GroupFixtures.START, GroupFixtures.day(7), Optional.empty())
                        .closesAt())
                .isEqualTo(GroupFixtures.day(7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ballot(
                        ConsentRule.unanimity(),
                        GroupFixtures.START,
                        GroupFixtures.START.minus(Duration.ofDays(1)),
                        Optional.empty(),
                        ImmutableMap.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> ConsentRule.majority(0));
        assertThatIllegalArgumentException().isThrownBy(() -> ConsentRule.noVeto(61));
        assertThat(List.of(
                        ConsentRule.unanimity(),
                        ConsentRule.majority(66),
                        ConsentRule.noVeto(1),
                        ConsentRule.noVeto(7),
                        ConsentRule.moderator()))
                .extracting(ConsentRule::words)
                .containsExactly(
                        "everybody agrees",
                        "a majority agrees, 66 % voting",
                        "nobody objects within 1 day",
                        "nobody objects within 7 days",
                        "the moderator agrees");
    }
}
