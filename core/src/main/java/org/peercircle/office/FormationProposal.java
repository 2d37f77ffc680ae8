package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.peercircle.formation.Clash;
import org.peercircle.formation.Finding;
import org.peercircle.formation.Formation;
import org.peercircle.formation.RuleScore;
import org.peercircle.formation.Waiter;
import org.peercircle.id.CohortId;
import org.peercircle.id.PersonId;

/**
 * Groups proposed to a coordinator, with a reason for each seat. What people declared in private is in none of it: the
 * rules that rest on it count as one, "a private rule", of which only is said whether it is kept; nor is it said how many
 * groupings were tried, which depends on them (law C24).
 *
 * @param groups the members of each group
 * @param broken names of the open rules that are broken, with the number of the group, from 1
 * @param privateRulesKept whether every private rule is kept
 * @param findings proofs that the open rules can't all be kept
 * @param clashes where open rules are broken: the smallest sets of them that can't be kept together, each with what
 *     giving one up would take
 * @param scores what each preference makes of the groups
 * @param why for each person, what each open rule says about their seat
 * @param alternatives for each person the best other seats by the open rules, best first, with what each would cost
 */
public record FormationProposal(
        CohortId cohort,
        ImmutableList<ImmutableList<PersonId>> groups,
        ImmutableList<Waiter> waiting,
        Formation.Outcome outcome,
        ImmutableList<String> broken,
        boolean privateRulesKept,
        ImmutableList<Finding> findings,
        ImmutableList<Clash> clashes,
        ImmutableList<RuleScore> scores,
        double upperBound,
        boolean wasCutShort,
        ImmutableMap<PersonId, ImmutableList<String>> why,
        ImmutableMap<PersonId, ImmutableList<String>> alternatives) {}
