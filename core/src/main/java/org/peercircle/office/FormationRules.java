package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.peercircle.formation.Entrant;
import org.peercircle.formation.Must;
import org.peercircle.formation.Preference;
import org.peercircle.formation.Wish;

/**
 * By which rules the office forms a cohort's groups. Whatever they are, nobody sits with somebody who has power over
 * them, and declared conflicts are kept apart.
 *
 * @param musts over participants' attributes, departments, labs and supervisors
 * @param nobodyAloneIn axes of self-declared identity in which nobody is to be the only one
 */
public record FormationRules(
        ImmutableList<Must> musts, ImmutableSet<String> nobodyAloneIn, ImmutableList<Wish> wishes) {

    /**
     * Returns the rules for peer mentoring that need no tuning: lab mates apart, people of one supervisor apart,
     * departments spread, and nobody the only one of what they declared.
     */
    public static FormationRules peerMentoring(String... nobodyAloneIn) {
        return new FormationRules(
                ImmutableList.of(Must.apartBy(Entrant.LAB), Must.apartBy(Entrant.SUPERVISOR)),
                ImmutableSet.copyOf(nobodyAloneIn),
                ImmutableList.of(Preference.spread(Entrant.DEPARTMENT).weighing(2)));
    }

    /** Returns these rules with one more wish. */
    public FormationRules and(Wish wish) {
        return new FormationRules(
                musts,
                nobodyAloneIn,
                ImmutableList.<Wish>builder().addAll(wishes).add(wish).build());
    }

    /** Returns these rules with one more must. */
    public FormationRules and(Must must) {
        return new FormationRules(
                ImmutableList.<Must>builder().addAll(musts).add(must).build(), nobodyAloneIn, wishes);
    }
}
