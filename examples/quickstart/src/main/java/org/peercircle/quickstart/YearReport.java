package org.peercircle.quickstart;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.peercircle.decision.Decision;
import org.peercircle.formation.RuleScore;
import org.peercircle.group.MembershipInterval;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.moderation.Served;
import org.peercircle.moderation.Turn;
import org.peercircle.office.FormationProposal;
import org.peercircle.office.MeetingView;
import org.peercircle.office.PersonExport;
import org.peercircle.office.PersonView;
import org.peercircle.office.PlanView;
import org.peercircle.office.Promise;
import org.peercircle.office.RehearsalView;
import org.peercircle.office.ReportView;
import org.peercircle.office.SeatSuggestion;
import org.peercircle.office.SizeAdvice;
import org.peercircle.office.StoryLine;
import org.peercircle.report.ReportKind;
import org.peercircle.report.SuppressedTable;

/** Everything the year came to, as the outputs show it. */
record YearReport(
        long seed,
        int people,
        ImmutableList<String> notEnrolled,
        ImmutableMap<PersonId, PersonView> who,
        FormationProposal proposal,
        ImmutableList<GroupYear> groups,
        ImmutableList<PersonId> lateComers,
        Story story,
        PlanStory plan,
        Life life,
        Counts counts) {

    /**
     * A year of comings and goings.
     *
     * @param turns who guided when, and why, as members see it
     * @param group whose members' view it is
     * @param lanes each member's time with the group
     * @param noted what the coordinator saw that asked for a look
     * @param left who left the groups that shrank
     * @param advised the group that advice was asked for
     */
    record Life(
            ImmutableList<TurnTaken> turns,
            String group,
            ImmutableList<MeetingView> meetings,
            ImmutableMap<PersonId, ImmutableList<MembershipInterval>> lanes,
            ImmutableList<Noted> noted,
            ImmutableList<PersonId> left,
            Optional<String> advised,
            ImmutableList<SizeAdvice> advice) {}

    /**
     * Who guided one meeting.
     *
     * @param served who did, and whose turn it was
     * @param planned who was to, and why
     * @param members who was a member then
     */
    record TurnTaken(
            LocalDate on, Served served, Turn planned, Optional<PersonId> timekeeper, ImmutableSet<PersonId> members) {

        /** Returns why it was them, in a sentence. */
        String why(Function<? super PersonId, String> nameOf) {
            boolean asPlanned = served.person().equals(planned.moderator());
            return asPlanned
                    ? planned.reason().message(nameOf)
                    : "Stepped in for " + nameOf.apply(planned.moderator()) + ", who did not come, and who comes next.";
        }
    }

    /**
     * What the office can count.
     *
     * @param seats who sits where, which it knows
     * @param shown of what members do, what is shown without disclosing anybody, or why nothing is
     */
    record Counts(SuppressedTable seats, ImmutableMap<ReportKind, Decision<ReportView>> shown) {}

    /** A signal the coordinator saw. */
    record Noted(int month, LocalDate on, String group, String message, Optional<PersonId> person) {
        Noted(int month, LocalDate on, String group, String message) {
            this(month, on, group, message, Optional.empty());
        }
    }

    /**
     * One group's year.
     *
     * @param slot in words, such as {@code third Thursday of the month, 12:00–13:30 Europe/Berlin}
     * @param canAttend how many members can meet in the slot all year
     */
    record GroupYear(
            GroupId id,
            int number,
            String name,
            String slot,
            int canAttend,
            ImmutableList<PersonId> members,
            ImmutableList<MeetingView> meetings,
            ImmutableList<Moderation> moderators) {}

    /** Who guides one meeting. */
    record Moderation(LocalDate on, PersonId moderator, Optional<PersonId> backup, String why, boolean held) {}

    /**
     * One group's first meetings.
     *
     * @param agenda of the first meeting, a line a box
     * @param suggestions who could have taken the free seat, best first
     */
    record Story(
            String group,
            ImmutableList<String> agenda,
            PersonId leaver,
            Optional<PersonId> newcomer,
            ImmutableList<SeatSuggestion> suggestions) {}

    /**
     * Half a year of one plan, as its owner sees it.
     *
     * @param lines its story, in order
     * @param compared its first and its last version, a line for each part that differs
     * @param rehearsal the conversation that was practiced on the way
     * @param meetings when the group met meanwhile
     * @param views what each actor sees of the plan
     * @param promise what its owner was told before
     * @param takenAlong all that is kept of its owner, for them alone
     */
    record PlanStory(
            PersonId owner,
            PlanView plan,
            ImmutableList<StoryLine> lines,
            ImmutableList<String> compared,
            RehearsalView rehearsal,
            ImmutableList<MeetingView> meetings,
            ImmutableList<Seen> views,
            Promise promise,
            PersonExport takenAlong) {}

    /**
     * What one actor sees of the plan.
     *
     * @param plan the plan as they get it; empty if it is not there for them
     */
    record Seen(String who, Optional<PlanView> plan, String what) {}

    PersonView person(PersonId id) {
        return Objects.requireNonNull(who.get(id));
    }

    String name(PersonId id) {
        return person(id).name();
    }

    double score() {
        return proposal.scores().stream().mapToDouble(RuleScore::score).sum();
    }
}
