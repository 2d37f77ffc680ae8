package org.peercircle.confidentiality;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;

/** Who an author wants to be read by, in words a member chooses from. */
public sealed interface Audience {

    /** Only the author. */
    Audience JUST_ME = new Preset("just me");
    /** Those present at the meeting it was said at, while they stay members; the author alone outside a meeting. */
    Audience THOSE_PRESENT = new Preset("those present");
    /** The group as it was when it was said; who joins later does not see it. */
    Audience GROUP = new Preset("group");
    /** The group, newcomers included. */
    Audience GROUP_AND_NEWCOMERS = new Preset("group and newcomers");
    /** The group and its alumni who kept the community space. */
    Audience COMMUNITY_SPACE = new Preset("community space");
    /** Everybody in the cohort. */
    Audience COHORT = new Preset("cohort");
    /** Anyone at all. */
    Audience ANYONE = new Preset("anyone");

    /** Only these people, and the author. */
    static Audience named(Collection<PersonId> people) {
        return new NamedPeople(ImmutableSet.copyOf(people));
    }

    /** Returns the name a member reads. */
    String label();

    /** Returns the tag of a piece that {@code author} writes in this setting, for {@link Purpose#CONTENT}. */
    default Tag tagFor(PersonId author, Setting setting) {
        return Tag.content(new Policy(Owner.of(author), atomsIn(setting), ImmutableSet.of()));
    }

    private ImmutableSet<Atom> atomsIn(Setting setting) {
        if (this instanceof NamedPeople named) {
            return named.people().stream().map(Atom.Named::new).collect(ImmutableSet.toImmutableSet());
        }
        if (equals(THOSE_PRESENT)) {
            return setting.meeting().<ImmutableSet<Atom>>map(ImmutableSet::of).orElse(ImmutableSet.of());
        }
        if (equals(GROUP)) {
            return ImmutableSet.of(new Atom.MembersAsOf(setting.group(), setting.writtenAt()));
        }
        if (equals(GROUP_AND_NEWCOMERS)) {
            return ImmutableSet.of(new Atom.Members(setting.group()));
        }
        if (equals(COMMUNITY_SPACE)) {
            return ImmutableSet.of(new Atom.Space(setting.group()));
        }
        if (equals(COHORT)) {
            return ImmutableSet.of(new Atom.Cohort(setting.cohort()));
        }
        return equals(ANYONE) ? ImmutableSet.of(new Atom.Anyone()) : ImmutableSet.of();
    }

    /**
     * Where and when something is written.
     *
     * @param meeting the meeting it is said at, if any
     */
    record Setting(GroupId group, CohortId cohort, Optional<Atom.Present> meeting, Instant writtenAt) {

        /** Returns the setting of a group outside a meeting. */
        public static Setting in(GroupId group, CohortId cohort, Instant writtenAt) {
            return new Setting(group, cohort, Optional.empty(), writtenAt);
        }
    }

    /** One of the constants of {@link Audience}. */
    record Preset(String label) implements Audience {}

    /** Chosen people. */
    record NamedPeople(ImmutableSet<PersonId> people) implements Audience {
        @Override
        public String label() {
            return "named people";
        }
    }
}
