package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.peercircle.group.CommunitySpace;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;

/**
 * A community space as its people and the office see it.
 *
 * @param kind empty before a space was opened
 * @param changes what the host is to apply, since it last said what it applied; for coordinators
 */
public record SpaceView(
        GroupId group,
        Optional<CommunitySpace.Kind> kind,
        Optional<String> address,
        ImmutableSet<PersonId> members,
        ImmutableSet<PersonId> alumni,
        ImmutableList<CommunitySpace.Change> changes) {}
