package org.peercircle.group;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.decision.Refusal;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProposalId;

/** Why a group refused. */
public sealed interface GroupRefusal extends Refusal {

    /** Every seat is taken or held for somebody invited. */
    record GroupIsFull(GroupId group, String name, int members, int invited, GroupSizing sizing)
            implements GroupRefusal {
        @Override
        public String code() {
            return "group-is-full";
        }

        @Override
        public String message() {
            return "Group " + name + " has " + members + " members"
                    + (invited > 0 ? " and " + invited + " invited" : "")
                    + " and allows " + sizing.min() + " to " + sizing.max()
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

    /** The person is invited already. */
    record AlreadyInvited(GroupId group, PersonId person) implements GroupRefusal {
        @Override
        public String code() {
            return "already-invited";
        }

        @Override
        public String message() {
            return person + " is invited to group " + group
                    + " already. Wait for the answer, or withdraw the invitation.";
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

    /** There is no open invitation of the person. */
    record NoInvitation(GroupId group, PersonId person) implements GroupRefusal {
        @Override
        public String code() {
            return "no-invitation";
        }

        @Override
        public String message() {
            return "Group " + group + " has no open invitation for " + person
                    + "; it may have run out. Ask the program office for another.";
        }
    }

    /** There is no such open proposal. */
    record NoProposal(GroupId group, ProposalId proposal) implements GroupRefusal {
        @Override
        public String code() {
            return "no-proposal";
        }

        @Override
        public String message() {
            return "Group " + group + " has no open proposal " + proposal + ". Make it anew if it still matters.";
        }
    }

    /** The same is being asked already. */
    record AlreadyProposed(GroupId group, String motion) implements GroupRefusal {
        @Override
        public String code() {
            return "already-proposed";
        }

        @Override
        public String message() {
            return "Group " + group + " is being asked the same already (" + motion
                    + "). Vote on that, or wait until it is settled.";
        }
    }

    /** The person is not asked. */
    record NotAsked(GroupId group, PersonId person) implements GroupRefusal {
        @Override
        public String code() {
            return "not-asked";
        }

        @Override
        public String message() {
            return person + " is not asked in this by group " + group
                    + ": members are, save those it is about, on leave or on probation.";
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

    /** The group has a charter, which its members amend. */
    record CharterInForce(GroupId group, int version) implements GroupRefusal {
        @Override
        public String code() {
            return "charter-in-force";
        }

        @Override
        public String message() {
            return "Group " + group + " has version " + version
                    + " of its charter. Propose an amendment, for its members to agree to.";
        }
    }

    /**
     * The charter promises what a member with a duty to report can't keep.
     *
     * @param bound who has such a duty
     */
    record PromisesTooMuch(GroupId group, ImmutableSet<PersonId> bound) implements GroupRefusal {
        @Override
        public String code() {
            return "promises-too-much";
        }

        @Override
        public String message() {
            return "The charter of group " + group + " promises that nothing leaves the group, but "
                    + String.join(
                            ", ", bound.stream().map(PersonId::value).sorted().toList())
                    + " must by law or rule report certain things. Say instead: \"What is said here stays here, except what a"
                    + " member must by law or rule report; they say so before you tell it.\" That is the exception "
                    + DisclosureException.Case.REPORTING_DUTY + ".";
        }
    }

    /** The person has said yes to this version, less than a year ago. */
    record NothingToAcknowledge(GroupId group, int version) implements GroupRefusal {
        @Override
        public String code() {
            return "nothing-to-acknowledge";
        }

        @Override
        public String message() {
            return "You have acknowledged version " + version + " of the charter of group " + group
                    + "; nothing to do.";
        }
    }

    /** The leave overlaps another. */
    record AlreadyOnLeave(GroupId group, PersonId person) implements GroupRefusal {
        @Override
        public String code() {
            return "already-on-leave";
        }

        @Override
        public String message() {
            return person + " is on leave from group " + group + " then already. Come back first, or name other days.";
        }
    }

    /** The person is not on leave. */
    record NotOnLeave(GroupId group, PersonId person) implements GroupRefusal {
        @Override
        public String code() {
            return "not-on-leave";
        }

        @Override
        public String message() {
            return person + " is not on leave from group " + group + "; nothing to do.";
        }
    }

    /** There is no community space, or the person is not in it as alumni. */
    record NoSpace(GroupId group) implements GroupRefusal {
        @Override
        public String code() {
            return "no-space";
        }

        @Override
        public String message() {
            return "Group " + group + " has no community space that this is about. Open one first.";
        }
    }

    /** The group is over. */
    record GroupHasEnded(GroupId group, Instant at) implements GroupRefusal {
        @Override
        public String code() {
            return "group-has-ended";
        }

        @Override
        public String message() {
            return "Group " + group + " ended on " + at + ". Name a group that meets.";
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
            return "Group " + group + " has later changes. Give an instant after the last one.";
        }
    }
}
