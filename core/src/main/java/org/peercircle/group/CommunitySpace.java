package org.peercircle.group;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;

/**
 * The online place where members stay in touch and that outlives a position (S18). The host keeps its accounts in step
 * by applying changes and saying so; saying so twice changes nothing.
 *
 * @param address where it is, such as a URL or a mailing list's name
 * @param applied who has which role there, as the host last said
 */
public record CommunitySpace(Kind kind, String address, ImmutableMap<PersonId, Role> applied) {

    /** Kinds of spaces. */
    public enum Kind {
        /** A LinkedIn group. */
        LINKEDIN_GROUP,
        /** A Slack channel. */
        SLACK_CHANNEL,
        /** A mailing list. */
        MAILING_LIST,
        /** Something else. */
        OTHER
    }

    /** What somebody is there. */
    public enum Role {
        /** A member of the group. */
        MEMBER,
        /** A former member who stayed. */
        ALUMNUS
    }

    /** What the host is to do. */
    public sealed interface Change {

        /** Returns whom it is about. */
        PersonId person();

        /** Let somebody in. */
        record Add(PersonId person, Role role) implements Change {}

        /** Take somebody out. */
        record Remove(PersonId person) implements Change {}

        /** Give somebody another role. */
        record ChangeRole(PersonId person, Role from, Role to) implements Change {}
    }

    /** Checks the address. */
    public CommunitySpace {
        Arguments.requireText(address, "address");
    }

    /** Returns what leads from what the host last applied to this roster, by person. */
    ImmutableList<Change> changesTo(Map<PersonId, Role> roster) {
        ImmutableList.Builder<Change> changes = ImmutableList.builder();
        for (PersonId person : ImmutableSortedSet.copyOf(Sets.union(applied.keySet(), roster.keySet()))) {
            Role before = applied.get(person);
            Role after = roster.get(person);
            if (before == null) {
                changes.add(new Change.Add(person, Objects.requireNonNull(after)));
            } else if (after == null) {
                changes.add(new Change.Remove(person));
            } else if (before != after) {
                changes.add(new Change.ChangeRole(person, before, after));
            }
        }
        return changes.build();
    }

    /** Returns this space with the changes applied. */
    CommunitySpace after(Iterable<Change> changes) {
        Map<PersonId, Role> now = new LinkedHashMap<>(applied);
        for (Change change : changes) {
            Optional<Role> role = change instanceof Change.Add add
                    ? Optional.of(add.role())
                    : change instanceof Change.ChangeRole other ? Optional.of(other.to()) : Optional.empty();
            role.ifPresentOrElse(r -> now.put(change.person(), r), () -> now.remove(change.person()));
        }
        return new CommunitySpace(kind, address, ImmutableMap.copyOf(now));
    }
}
