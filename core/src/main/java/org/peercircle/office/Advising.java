package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.peercircle.cohort.Cohort;
import org.peercircle.cohort.Enrollment;
import org.peercircle.cohort.SizePlan;
import org.peercircle.formation.Effort;
import org.peercircle.formation.Formation;
import org.peercircle.formation.FormationProblem;
import org.peercircle.formation.GroupBounds;
import org.peercircle.formation.GroupFormer;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.PersonId;
import org.peercircle.office.port.AggregateKind;

/** Works out what a group outside its size, or with free seats, could do. */
final class Advising {

    /** A split is of one group, so little effort finds the best there is. */
    private static final long MOVES = 20_000;

    private final Work work;
    private final Cohort cohort;
    private final FormationRules rules;

    Advising(Work work, Cohort cohort, FormationRules rules) {
        this.work = work;
        this.cohort = cohort;
        this.rules = rules;
    }

    ImmutableList<SizeAdvice> adviceFor(Room room) {
        PeerGroup group = room.group();
        ImmutableSet<PersonId> members = group.members(work.now());
        int waiting = cohort.people(Enrollment.Status.WAITING, work.now()).size();
        int seats = group.vacancies(work.now());
        Stream<SizeAdvice> invite =
                seats > 0 && waiting > 0 ? Stream.of(new SizeAdvice.Invite(seats, waiting)) : Stream.of();
        Stream<SizeAdvice> goOn = group.charter().stream()
                .map(c -> new SizeAdvice.GoOn(c.settings().consent().amending().words()));
        return switch (room.sizeSignal().size()) {
            case IDEAL, VIABLE -> invite.collect(ImmutableList.toImmutableList());
            case BELOW_MINIMUM ->
                Stream.concat(Stream.concat(invite, mergers(group, members)), goOn)
                        .collect(ImmutableList.toImmutableList());
            case ABOVE_MAXIMUM -> Stream.concat(split(members), goOn).collect(ImmutableList.toImmutableList());
        };
    }

    /** Groups with room for all of them, those that break least first, then those nearest to the best size. */
    private Stream<SizeAdvice.Merge> mergers(PeerGroup group, ImmutableSet<PersonId> members) {
        ImmutableSet<String> alone = broken(members);
        Comparator<SizeAdvice.Merge> leastBroken =
                Comparator.comparing(SizeAdvice.Merge::privateRulesKept, Comparator.reverseOrder());
        return work.children(AggregateKind.GROUP, cohort.id()).stream()
                .filter(other -> !other.id().equals(group.id())
                        && other.endedAt().isEmpty()
                        && !other.members(work.now()).isEmpty())
                .filter(other -> members.size() + other.members(work.now()).size() + other.openInvitations(work.now())
                        <= group.sizing().max())
                .map(other -> merger(other, members, alone))
                .sorted(leastBroken
                        .thenComparing(m -> m.broken().size())
                        .thenComparing(
                                m -> Math.abs(m.members() - group.sizing().preferred()))
                        .thenComparing(SizeAdvice.Merge::with));
    }

    private SizeAdvice.Merge merger(PeerGroup other, ImmutableSet<PersonId> members, ImmutableSet<String> alone) {
        ImmutableSet<PersonId> others = other.members(work.now());
        ImmutableSet<PersonId> together = Sets.union(members, others).immutableCopy();
        return new SizeAdvice.Merge(
                other.id(),
                other.name(),
                together.size(),
                Sets.difference(broken(together), Sets.union(alone, broken(others)))
                        .immutableCopy(),
                privateKept(together));
    }

    private Stream<SizeAdvice> split(ImmutableSet<PersonId> members) {
        SizePlan sizes = SizePlan.of(members.size(), cohort.sizing());
        if (sizes.groups() < 2 || sizes.waiting() > 0) {
            return Stream.of();
        }
        FormationProblem problem = problem(members, GroupBounds.of(sizes));
        Formation parts = GroupFormer.withEffort(Effort.moves(MOVES)).form(problem);
        return Stream.of(new SizeAdvice.Split(
                parts.groups(),
                parts.groups().stream()
                        .flatMap(part -> broken(ImmutableSet.copyOf(part)).stream())
                        .collect(ImmutableSet.toImmutableSet())));
    }

    private FormationProblem problem(ImmutableSet<PersonId> people, ImmutableList<GroupBounds> bounds) {
        return Formations.problem(
                work.findAll(AggregateKind.PARTICIPANT, people).values(), bounds, rules, work);
    }

    private Formation together(ImmutableSet<PersonId> people, boolean openRulesOnly) {
        FormationProblem problem = problem(people, ImmutableList.of(new GroupBounds(0, people.size())));
        return Formation.ofGroups(openRulesOnly ? problem.withoutPrivateRules() : problem, List.of(people));
    }

    private ImmutableSet<String> broken(ImmutableSet<PersonId> people) {
        return together(people, true).breaches().stream()
                .map(b -> b.must().name())
                .collect(ImmutableSet.toImmutableSet());
    }

    private boolean privateKept(ImmutableSet<PersonId> people) {
        return together(people, false).breaches().stream()
                .noneMatch(b -> b.must().isPrivate());
    }
}
