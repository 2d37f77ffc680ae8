package org.peercircle.office;

import com.google.common.collect.ImmutableList;

/**
 * A group with all that its page shows, as it stood at one time; each part as its own service returns it.
 *
 * @param people those registered under the members' ids
 * @param meetings in order
 * @param plans those that the actor may read, in the order of their ids
 */
public record GroupPage(
        GroupView group,
        ImmutableList<PersonView> people,
        ImmutableList<MeetingView> meetings,
        ImmutableList<PlanView> plans) {}
