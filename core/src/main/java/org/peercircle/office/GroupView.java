package org.peercircle.office;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.peercircle.cohort.SizeAssessment;
import org.peercircle.group.Charter;
import org.peercircle.group.CharterSettings;
import org.peercircle.group.CharterWords;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;

/**
 * A group as the actor may see it.
 *
 * @param alumni former members who kept the community space
 * @param settings what the charter settles that the office may see; empty before there is a charter
 * @param words the charter's own words; empty for the office
 */
public record GroupView(
        GroupId id,
        CohortId cohort,
        String name,
        ImmutableSet<PersonId> members,
        ImmutableSet<PersonId> alumni,
        SizeAssessment size,
        int vacancies,
        Optional<CharterSettings> settings,
        Optional<CharterWords> words) {

    static GroupView of(Room room) {
        var group = room.group();
        var now = room.world().now();
        return new GroupView(
                group.id(),
                group.cohort(),
                group.name(),
                group.members(now),
                group.alumni(now),
                group.assess(now),
                group.vacancies(now),
                group.charter().map(Charter::settings),
                group.charter().flatMap(c -> room.read(c.words())));
    }
}
