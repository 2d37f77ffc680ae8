package org.peercircle.formation;

import com.google.common.collect.ImmutableList;
import org.peercircle.id.PersonId;

/**
 * Why a person sits where they sit.
 *
 * @param group numbered from 0, or {@link FormationProblem#WAITING}
 * @param lines what each rule says about it, a sentence each
 * @param alternatives the best other seats, by swap or where one is free, best first; none of them improves the formation unless the search was
 *     cut short
 */
public record SeatReason(PersonId person, int group, ImmutableList<String> lines, ImmutableList<Effect> alternatives) {}
