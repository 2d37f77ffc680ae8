package org.peercircle.office;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.peercircle.cohort.Cohort;
import org.peercircle.cohort.Enrollment;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.group.CharterTerms;
import org.peercircle.group.Membership;
import org.peercircle.group.Motion;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.ProgramId;
import org.peercircle.office.port.AggregateKey;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.office.port.Stored;

/** What holds after any sequence of what members, coordinators and time can do to two groups of a cohort. */
class GroupLifeProperties {

    private static final ProgramId PROGRAM = ProgramId.of("test");

    /** One thing somebody does; numbers choose who and where. */
    record Act(int what, int person, int group, boolean yes, int hours) {}

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 15),
                        Arbitraries.integers().between(0, 13),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.integers().between(0, 200))
                .as(Act::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    @Property(tries = 500)
    void S7_no_sequence_of_acts_breaks_what_members_rely_on(@ForAll("acts") List<Act> acts) {
        Program program = Program.running();
        PlanId plan = program.desk(0)
                .plans()
                .draft(program.aurora(), draft(), Audience.GROUP_AND_NEWCOMERS)
                .orElseThrow();
        program.desk(0).plans().activate(plan).orElseThrow();
        Map<String, Membership> past = new HashMap<>();
        for (Act act : acts) {
            program.now = program.now.plus(Duration.ofHours(act.hours()));
            act(program, act);
            List<PeerGroup> groups = groups(program);
            nobodySitsInTwoGroups(program, groups);
            noStayIsLost(program, groups, past);
            everySizeOutsideTheRuleIsTold(program, groups);
            whoOwesAYesReadsNothing(program, groups.get(0), plan);
            eventsTellTheState(program, groups);
        }
    }

    private static void act(Program program, Act act) {
        GroupId group = program.groups.get(act.group());
        PersonId person = Program.person(act.person());
        Desk desk = program.desk(act.person());
        switch (act.what()) {
            case 0 -> desk.groups().depart(group, person, DepartureDraft.now());
            case 1 ->
                desk.groups()
                        .depart(
                                group,
                                person,
                                DepartureDraft.on(program.now.plus(Duration.ofDays(act.hours())))
                                        .keepingSpace());
            case 2 ->
                desk.groups()
                        .goOnLeave(
                                group,
                                program.now.plus(Duration.ofHours(act.hours())),
                                act.yes() ? Optional.of(program.now.plus(Duration.ofDays(20))) : Optional.empty(),
                                Optional.empty());
            case 3 -> desk.groups().comeBack(group);
            case 4, 5 -> program.coordinator.seats().invite(group, person, Period.ofDays(1 + act.hours() % 20));
            case 6 -> desk.seats().accept(group);
            case 7 -> {
                if (act.yes()) {
                    program.coordinator.seats().withdraw(group, person);
                } else {
                    desk.seats().decline(group);
                }
            }
            case 8, 9 ->
                program.coordinator
                        .seats()
                        .invitations(group)
                        .forEach(i -> desk.seats().vote(group, i.person(), act.yes()));
            case 10 -> desk.agreements().propose(group, motion(act), Period.ofDays(1 + act.hours() % 20));
            case 11, 12 ->
                desk.agreements()
                        .proposals(group)
                        .forEach(p -> desk.agreements().vote(group, p.id(), act.yes()));
            case 13 -> program.coordinator.agreements().settle(group);
            case 14 -> desk.agreements().acknowledge(group);
            default -> program.coordinator.cohorts().enroll(program.cohort, person);
        }
    }

    private static Motion motion(Act act) {
        CharterTerms terms = Program.charter();
        return switch (act.hours() % 7) {
            case 0 -> new Motion.Amend(Confidential.draftOf(terms.words()), terms.settings());
            case 1 -> new Motion.ContinueAsIs();
            case 2 -> new Motion.Recontract(LocalDate.of(2028, 1, 1));
            case 3 -> new Motion.BecomeAlumniCircle();
            case 4 -> new Motion.Disband();
            default -> new Motion.Remove(Program.person((act.person() + 1) % 14), act.yes());
        };
    }

    private static List<PeerGroup> groups(Program program) {
        return program.repository.children(PROGRAM, AggregateKind.GROUP, program.cohort.value()).stream()
                .map(Stored::value)
                .toList();
    }

    private static void nobodySitsInTwoGroups(Program program, List<PeerGroup> groups) {
        AggregateKey<Cohort> key = AggregateKey.of(AggregateKind.COHORT, program.cohort);
        Cohort cohort = AggregateKind.COHORT.cast(
                requireNonNull(program.repository.read(PROGRAM, Set.of(key)).get(key))
                        .value());
        for (int i = 0; i < 14; i++) {
            PersonId person = Program.person(i);
            List<GroupId> seats = groups.stream()
                    .filter(g -> g.members(program.now).contains(person))
                    .map(PeerGroup::id)
                    .toList();
            assertThat(seats).as("groups of %s", person).hasSizeLessThanOrEqualTo(1);
            assertThat(cohort.enrollment(person, program.now)
                            .filter(e -> e.status() == Enrollment.Status.SEATED)
                            .flatMap(Enrollment::group))
                    .as("the cohort's seat of %s", person)
                    .isEqualTo(seats.stream().findFirst());
        }
    }

    private static void noStayIsLost(Program program, List<PeerGroup> groups, Map<String, Membership> past) {
        Map<String, Membership> now = new HashMap<>();
        groups.forEach(g -> g.memberships().forEach(m -> now.put(g.id() + " " + m.person() + " " + m.joinedAt(), m)));
        past.forEach((key, before) -> {
            assertThat(now).containsKey(key);
            boolean over =
                    before.leftAt().filter(left -> !left.isAfter(program.now)).isPresent();
            if (over) {
                assertThat(requireNonNull(now.get(key)).leftAt()).isEqualTo(before.leftAt());
            }
        });
        now.forEach((key, stay) -> {
            if (stay.leftAt().map(left -> !left.isAfter(program.now)).orElse(true)) {
                past.put(key, stay);
            }
        });
    }

    private static void everySizeOutsideTheRuleIsTold(Program program, List<PeerGroup> groups) {
        ImmutableList<GroupSignal> signals = program.coordinator.groups().signals(program.cohort);
        for (PeerGroup group : groups) {
            int members = group.members(program.now).size();
            assertThat(members).isLessThanOrEqualTo(group.sizing().max());
            assertThat(signals.stream()
                            .filter(s ->
                                    s.group().equals(group.id()) && s.size().isOutside())
                            .count())
                    .isEqualTo(
                            group.endedAt().isEmpty()
                                            && members < group.sizing().min()
                                    ? 1
                                    : 0);
        }
    }

    private static void whoOwesAYesReadsNothing(Program program, PeerGroup aurora, PlanId plan) {
        for (int i = 1; i < 14; i++) {
            PersonId person = Program.person(i);
            boolean mayRead = aurora.members(program.now).contains(person)
                    && aurora.hasAcknowledged(person, program.now)
                    && i != 11;
            assertThat(program.desk(i).plans().view(plan).isAccepted())
                    .as("%s reads", person)
                    .isEqualTo(mayRead);
        }
        assertThat(program.desk(0).plans().view(plan).isAccepted())
                .as("one's own")
                .isTrue();
        assertThat(program.coordinator.plans().view(plan).isAccepted()).isFalse();
    }

    private static void eventsTellTheState(Program program, List<PeerGroup> groups) {
        groups.forEach(g -> assertThat(EventReplay.of(program.repository.events, g.id().value()))
                .isEqualTo(EventReplay.of(g)));
    }

    private static PlanDraft draft() {
        return PlanDraft.towards("outcome")
                .addObstacles(PlanDraft.ObstacleDraft.inner("obstacle", 3))
                .addSteps(PlanDraft.StepDraft.of("step", Program.START))
                .build();
    }
}
