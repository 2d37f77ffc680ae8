package org.peercircle.confidentiality;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;

/**
 * Who an author wants to be read by, in words a member chooses from.
 *
 * <pre>{@code
 * Audience.GROUP.about(List.of(theColleague)) // the group as it is now, without the colleague
 * }</pre>
 *
 * @param people those named, when the reach is {@link Reach#NAMED} or {@link Reach#NAMED_DESPITE}; else empty
 * @param concerned whom it is about: they are none of its readers unless they are named
 */
public record Audience(Reach reach, ImmutableSet<PersonId> people, ImmutableSet<PersonId> concerned) {

    /** Only the author. */
    public static final Audience JUST_ME = new Audience(Reach.JUST_ME, ImmutableSet.of());
    /** Those present at the meeting it was said at, while they stay members; the author alone outside a meeting. */
    public static final Audience THOSE_PRESENT = new Audience(Reach.THOSE_PRESENT, ImmutableSet.of());
    /** The group as it was when it was said; who joins later does not see it. */
    public static final Audience GROUP = new Audience(Reach.GROUP, ImmutableSet.of());
    /** The group, newcomers included. */
    public static final Audience GROUP_AND_NEWCOMERS = new Audience(Reach.GROUP_AND_NEWCOMERS, ImmutableSet.of());
    /** The group and its alumni who kept the community space. */
    public static final Audience COMMUNITY_SPACE = new Audience(Reach.COMMUNITY_SPACE, ImmutableSet.of());
    /** Everybody in the cohort. */
    public static final Audience COHORT = new Audience(Reach.COHORT, ImmutableSet.of());
    /** Anyone at all. */
    public static final Audience ANYONE = new Audience(Reach.ANYONE, ImmutableSet.of());

    /** How far something reaches. */
    public enum Reach {
        /** The author. */
        JUST_ME,
        /** Chosen people. */
        NAMED,
        /** Chosen people, though one of them may have power over the author, or a conflict with them. */
        NAMED_DESPITE,
        /** Those at the meeting. */
        THOSE_PRESENT,
        /** The group as it was. */
        GROUP,
        /** The group as it will be. */
        GROUP_AND_NEWCOMERS,
        /** The group and its alumni. */
        COMMUNITY_SPACE,
        /** The cohort. */
        COHORT,
        /** Everybody. */
        ANYONE
    }

    /** Checks that people are named just when the reach says so. */
    public Audience {
        Arguments.require(
                reach == Reach.NAMED || reach == Reach.NAMED_DESPITE || people.isEmpty(),
                "people",
                "be empty for " + reach,
                people);
    }

    /** Makes an audience for what is about nobody in particular. */
    public Audience(Reach reach, ImmutableSet<PersonId> people) {
        this(reach, people, ImmutableSet.of());
    }

    /** Only these people, and the author. */
    public static Audience named(Collection<PersonId> people) {
        return new Audience(Reach.NAMED, ImmutableSet.copyOf(people));
    }

    /**
     * Only these people, and the author, who knows that one of them may have power over the author, or that one of the two
     * declared a conflict with the other, and wants them to read it all the same.
     */
    public static Audience namedDespite(Collection<PersonId> people) {
        return new Audience(Reach.NAMED_DESPITE, ImmutableSet.copyOf(people));
    }

    /**
     * Returns this audience for what is about these people, who are none of its readers, wherever they come to be members,
     * unless they are named. Should one of them be erased, the author is asked to look at it again.
     */
    public Audience about(Collection<PersonId> whom) {
        return new Audience(reach, people, ImmutableSet.copyOf(whom));
    }

    /** Returns the name a member reads. */
    public String label() {
        return reach.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns the tag of a piece that {@code author} writes in this setting, for {@link Purpose#CONTENT}. */
    public Tag tagFor(PersonId author, Setting setting) {
        return Tag.content(new Policy(Owner.of(author), atomsIn(setting), concerned));
    }

    /** Returns whom this reaches from a setting, besides the author. */
    public ImmutableSet<Atom> atomsIn(Setting setting) {
        return switch (reach) {
            case JUST_ME -> ImmutableSet.of();
            case NAMED -> people.stream().map(Atom.Named::new).collect(ImmutableSet.toImmutableSet());
            case NAMED_DESPITE -> people.stream().map(Atom.NamedDespite::new).collect(ImmutableSet.toImmutableSet());
            case THOSE_PRESENT -> setting.meeting().stream().collect(ImmutableSet.toImmutableSet());
            case GROUP -> ImmutableSet.of(new Atom.MembersAsOf(setting.group(), setting.writtenAt()));
            case GROUP_AND_NEWCOMERS -> ImmutableSet.of(new Atom.Members(setting.group()));
            case COMMUNITY_SPACE -> ImmutableSet.of(new Atom.Space(setting.group()));
            case COHORT -> ImmutableSet.of(new Atom.Cohort(setting.cohort()));
            case ANYONE -> ImmutableSet.of(new Atom.Anyone());
        };
    }

    /**
     * Where and when something is written.
     *
     * @param meeting the meeting it is said at, if any
     */
    public record Setting(GroupId group, CohortId cohort, Optional<Atom.Present> meeting, Instant writtenAt) {

        /** Returns the setting of a group outside a meeting. */
        public static Setting in(GroupId group, CohortId cohort, Instant writtenAt) {
            return new Setting(group, cohort, Optional.empty(), writtenAt);
        }
    }
}
