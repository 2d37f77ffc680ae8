package org.peercircle.group;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.peercircle.confidentiality.World;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;
import org.peercircle.internal.ValueStyle;
import org.peercircle.moderation.Away;
import org.peercircle.moderation.Candidate;

/** One stay of one person in a group. It ends, and is never deleted; coming back begins another. */
@Value.Immutable
@ValueStyle
public interface Membership {

    /** Returns whose it is. */
    PersonId person();

    /** Returns when it began, inclusive. */
    Instant joinedAt();

    /** Returns until when the member is on probation, exclusive; the beginning where there is none. */
    Instant probationUntil();

    /** Returns the times away, in order, none overlapping. */
    ImmutableList<Leave> leaves();

    /** Returns from when on attendance counts; later than the beginning if the group started the record anew. */
    Instant countsFrom();

    /** Returns how it ends; empty while no end is known. */
    Optional<Departure> departure();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Returns a stay that begins now. */
    static Membership from(PersonId person, Instant joinedAt, Instant probationUntil) {
        return builder()
                .person(person)
                .joinedAt(joinedAt)
                .probationUntil(probationUntil)
                .countsFrom(joinedAt)
                .build();
    }

    /** Returns when it ends, exclusive; empty while no end is known. */
    default Optional<Instant> leftAt() {
        return departure().map(Departure::at);
    }

    /** Whether the person keeps the community space after leaving. */
    default boolean keepsSpace() {
        return departure().map(Departure::keepsSpace).orElse(false);
    }

    /** Whether the person was a member at this instant. */
    default boolean isActiveAt(Instant time) {
        return !joinedAt().isAfter(time) && leftAt().map(time::isBefore).orElse(true);
    }

    /** Whether the person was a member on leave at this instant. */
    default boolean isOnLeaveAt(Instant time) {
        return isActiveAt(time) && leaves().stream().anyMatch(l -> l.covers(time));
    }

    /** Returns what the person was to the group at this instant; empty before the stay. */
    default Optional<MembershipStatus> statusAt(Instant time) {
        if (time.isBefore(joinedAt())) {
            return Optional.empty();
        }
        if (isActiveAt(time)) {
            return Optional.of(
                    isOnLeaveAt(time)
                            ? MembershipStatus.ON_LEAVE
                            : time.isBefore(probationUntil())
                                    ? MembershipStatus.ON_PROBATION
                                    : MembershipStatus.ACTIVE);
        }
        Departure end = departure().orElseThrow();
        return Optional.of(
                end.keepsSpace()
                        ? MembershipStatus.ALUMNUS
                        : end.kind() == Departure.Kind.LAPSED ? MembershipStatus.LAPSED : MembershipStatus.DEPARTED);
    }

    /** Returns the intervals of this stay and what follows it, in order, without gaps. */
    default ImmutableList<MembershipInterval> intervals() {
        ImmutableList<Instant> changes = ImmutableList.<Instant>builder()
                .add(joinedAt())
                .add(probationUntil())
                .addAll(leaves().stream().map(Leave::from).toList())
                .addAll(leaves().stream().flatMap(l -> l.until().stream()).toList())
                .addAll(leftAt().stream().toList())
                .build()
                .stream()
                .filter(at -> !leftAt().map(at::isAfter).orElse(false))
                .distinct()
                .sorted()
                .collect(ImmutableList.toImmutableList());
        ImmutableList.Builder<MembershipInterval> intervals = ImmutableList.builder();
        for (int i = 0; i < changes.size(); i++) {
            Instant from = changes.get(i);
            int next = i + 1;
            Optional<Instant> until = next < changes.size() ? Optional.of(changes.get(next)) : Optional.empty();
            statusAt(from).ifPresent(s -> intervals.add(new MembershipInterval(person(), s, from, until)));
        }
        return intervals.build();
    }

    /** Returns this stay as one who may take turns, save while on leave or opted out. */
    default Candidate candidate(List<Away> optedOut) {
        ImmutableList.Builder<Away> away = ImmutableList.builder();
        for (Leave leave : leaves()) {
            if (!leave.isEmpty()) {
                away.add(Away.fromEverything(leave.from(), leave.until()));
            }
        }
        return new Candidate(
                person(), joinedAt(), leftAt(), away.addAll(optedOut).build());
    }

    /** Returns this stay as a fact for disclosure. */
    default World.Stay stay(boolean acknowledged) {
        return new World.Stay(person(), joinedAt(), leftAt(), keepsSpace(), acknowledged);
    }

    /** Returns this stay with an end; times away that reach past it end with it. */
    default Membership ending(Departure how) {
        return builder()
                .from(this)
                .departure(how)
                .leaves(leaves().stream()
                        .filter(l -> l.from().isBefore(how.at()))
                        .map(l -> l.covers(how.at()) ? l.endingAt(how.at()) : l)
                        .toList())
                .build();
    }

    /** Checks the order of times. */
    @Value.Check
    default void check() {
        Arguments.require(
                !probationUntil().isBefore(joinedAt()),
                "probationUntil",
                "not be before " + joinedAt(),
                probationUntil());
        Arguments.require(
                !countsFrom().isBefore(joinedAt()), "countsFrom", "not be before " + joinedAt(), countsFrom());
        Arguments.require(
                leftAt().map(left -> !left.isBefore(joinedAt())).orElse(true),
                "leftAt",
                "not be before " + joinedAt(),
                leftAt());
        for (int i = 1; i < leaves().size(); i++) {
            Leave before = leaves().get(i - 1);
            Instant from = leaves().get(i).from();
            Arguments.require(before.until().filter(u -> !u.isAfter(from)).isPresent(), "leaves", "not overlap", from);
        }
    }

    /** Builds a stay. */
    final class Builder extends ImmutableMembership.Builder {
        Builder() {}
    }
}
