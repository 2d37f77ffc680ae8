package org.peercircle.group;

import org.peercircle.cohort.GroupSizing;
import org.peercircle.decision.Refusal;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;

/** Why a group refused. */
public sealed interface GroupRefusal extends Refusal {

    /** Every seat is taken. */
    record GroupIsFull(GroupId group, String name, int members, GroupSizing sizing) implements GroupRefusal {
        @Override
        public String code() {
            return "group-is-full";
        }

        @Override
        public String message() {
            return "Group " + name + " has " + members + " members and allows " + sizing.min() + " to " + sizing.max()
                    + ". Invite once a seat is free, or split the group.";
        }
    }

    /** The person is a member already. */
    record AlreadyMember(GroupId group, PersonId person) implements GroupRefusal {
        @Override
        public String code() {
            return "already-member";
        }

        @Override
        public String message() {
            return person + " is a member of group " + group + " already; nothing to do.";
        }
    }

    /** The person is not a member. */
    record NotAMember(GroupId group, PersonId person) implements GroupRefusal {
        @Override
        public String code() {
            return "not-a-member";
        }

        @Override
        public String message() {
            return person + " is no member of group " + group + ". Name one of its members.";
        }
    }

    /** The group has not agreed on a charter. */
    record NoCharter(GroupId group) implements GroupRefusal {
        @Override
        public String code() {
            return "no-charter";
        }

        @Override
        public String message() {
            return "Group " + group + " has no charter yet, which settles when it meets. Adopt one first.";
        }
    }

    /** Time runs forward. */
    record OutOfOrder(GroupId group) implements GroupRefusal {
        @Override
        public String code() {
            return "out-of-order";
        }

        @Override
        public String message() {
            return "Group " + group + " has later changes of its members. Give an instant after the last one.";
        }
    }
}
