package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.peercircle.cohort.SizeSignal;
import org.peercircle.group.Charter;
import org.peercircle.group.CharterSettings;
import org.peercircle.group.CharterWords;
import org.peercircle.group.GroupRefusal;
import org.peercircle.group.Membership;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.people.ReportingDuty;

/**
 * A group as the actor may see it.
 *
 * @param alumni former members who kept the community space
 * @param onLeave members on leave; for members only
 * @param size what the group's size says
 * @param settings what the charter settles that the office may see; empty before there is a charter
 * @param words the charter's own words; empty for the office
 * @param promise what members promise each other, and its exceptions
 * @param duties members with a duty to report, or a right to keep what others must report
 * @param acknowledged members who have said yes to the charter as it stands; for members only
 * @param charterTrouble what is wrong with the charter since somebody's duty changed
 * @param termUntil the first day after the group's term
 */
public record GroupView(
        GroupId id,
        CohortId cohort,
        String name,
        ImmutableSet<PersonId> members,
        ImmutableSet<PersonId> alumni,
        ImmutableSet<PersonId> onLeave,
        SizeSignal size,
        int vacancies,
        Optional<Integer> charterVersion,
        Optional<CharterSettings> settings,
        Optional<CharterWords> words,
        ImmutableList<String> promise,
        ImmutableMap<PersonId, ReportingDuty> duties,
        ImmutableSet<PersonId> acknowledged,
        Optional<String> charterTrouble,
        Optional<LocalDate> termUntil,
        Optional<Instant> endedAt) {

    static GroupView of(Room room) {
        var group = room.group();
        Instant now = room.world().now();
        ImmutableSet<PersonId> members = group.members(now);
        return new GroupView(
                group.id(),
                group.cohort(),
                group.name(),
                members,
                group.alumni(now),
                !room.isMember()
                        ? ImmutableSet.of()
                        : group.memberships().stream()
                                .filter(m -> m.isOnLeaveAt(now))
                                .map(Membership::person)
                                .collect(ImmutableSet.toImmutableSet()),
                room.sizeSignal(),
                group.vacancies(now),
                group.charter().map(Charter::version),
                group.charter().map(Charter::settings),
                group.charter().flatMap(c -> room.read(c.words())),
                group.charter().map(c -> c.settings().promise()).orElse(ImmutableList.of()),
                room.duties(),
                !room.isMember()
                        ? ImmutableSet.of()
                        : members.stream()
                                .filter(m -> group.hasAcknowledged(m, now))
                                .collect(ImmutableSet.toImmutableSet()),
                charterTrouble(room),
                group.termUntil(),
                group.endedAt());
    }

    static Optional<String> charterTrouble(Room room) {
        return room.group()
                .charter()
                .filter(c -> c.settings().promisesTooMuch() && !room.bound().isEmpty())
                .map(c -> new GroupRefusal.PromisesTooMuch(room.group().id(), room.bound()).message());
    }
}
