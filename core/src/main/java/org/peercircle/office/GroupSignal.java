package org.peercircle.office;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.peercircle.cohort.SizeSignal;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.meeting.Standing;

/**
 * What a coordinator looks at in a running group: signals, none of which does anything by itself.
 *
 * @param standing those at risk or lapsed, if the charter lets the office see; never why
 * @param charterTrouble what is wrong with the charter since somebody's duty changed
 * @param term that the group's term is over, and what its members may agree on
 * @param unequal that one member has come to have power over another
 */
public record GroupSignal(
        GroupId group,
        String name,
        SizeSignal size,
        ImmutableMap<PersonId, Standing> standing,
        Optional<String> charterTrouble,
        Optional<String> term,
        Optional<String> unequal) {}
