package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercircle.office.Program.person;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peercircle.cohort.Eligibility;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.confidentiality.Audience;
import org.peercircle.decision.Decision;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.meeting.Attendance;
import org.peercircle.people.Affiliation;
import org.peercircle.people.CareerStage;
import org.peercircle.people.Participant;
import org.peercircle.report.ReportKind;
import org.peercircle.report.Thresholds;

/** What the office is shown of what members do (S21), and what not. */
class ReportDeskTest {

    private static final int PEOPLE = 60;
    private static final Thresholds FIVE = Thresholds.HR_SURVEY;

    private final Program program = new Program();
    private final CohortId cohort = program.coordinator
            .cohorts()
            .open(new CohortTerms("Spring", Eligibility.stage(CareerStage.POSTDOC), GroupSizing.PEER_PROBLEM_SOLVING))
            .orElseThrow()
            .id();
    private final ImmutableList<GroupId> groups;

    ReportDeskTest() {
        for (int i = 0; i < PEOPLE; i++) {
            program.coordinator
                    .people()
                    .register(Participant.builder()
                            .id(person(i))
                            .name("Person " + i)
                            .stage(CareerStage.POSTDOC)
                            .addAffiliations(Affiliation.department("Department " + (i < 2 ? 2 : i % 2)))
                            .build())
                    .orElseThrow();
            program.coordinator.cohorts().enroll(cohort, person(i)).orElseThrow();
        }
        program.coordinator.cohorts().startForming(cohort).orElseThrow();
        List<Founding> foundings = new ArrayList<>();
        for (int g = 0; g < PEOPLE / 6; g++) {
            ImmutableList<PersonId> members = IntStream.range(g * 6, g * 6 + 6)
                    .mapToObj(Program::person)
                    .collect(ImmutableList.toImmutableList());
            foundings.add(new Founding("G" + g, members, Program.charter()));
        }
        groups = program.coordinator.cohorts().found(cohort, foundings).orElseThrow();
        program.now = program.now.plus(Duration.ofDays(60));
    }

    private static List<String> codes(Decision<?> decision) {
        return decision.refusals().stream().map(r -> r.code()).toList();
    }

    private PlanId plan(int i, Audience audience) {
        Desk desk = program.desk(i);
        PlanId plan = desk.plans()
                .draft(
                        groups.get(i / 6),
                        PlanDraft.towards("canary goal")
                                .addSteps(PlanDraft.StepDraft.of("canary step", LocalDate.of(2027, 6, 1)))
                                .build(),
                        audience)
                .orElseThrow();
        desk.plans().activate(plan).orElseThrow();
        return plan;
    }

    private ReportView show(ReportKind kind) {
        return program.coordinator.reports().show(cohort, kind, FIVE).orElseThrow();
    }

    private void everyThirdPlansAndEveryThirdArrives() {
        for (int i = 0; i < PEOPLE; i++) {
            if (i % 3 > 0) {
                PlanId plan = plan(i, Audience.GROUP_AND_NEWCOMERS);
                if (i % 3 == 2) {
                    program.desk(i).plans().achieve(plan).orElseThrow();
                }
            }
        }
    }

    @Test
    void S21_how_far_people_came_with_their_plans_is_counted_over_all() {
        everyThirdPlansAndEveryThirdArrives();
        ReportView report = show(ReportKind.PLANS);
        assertThat(report.table().asText()).isEqualTo("""
                     no plan  a plan / no goal reached yet  a plan / a goal reached  all
                all       20                            20                       20   60
                """);
        assertThat(report.edition()).isEqualTo(1);
        assertThat(program.coordinator.reports().standing(cohort)).containsExactly(report);
    }

    @Test
    void what_is_kept_to_oneself_is_not_counted() {
        for (int i = 0; i < PEOPLE; i++) {
            plan(i, i % 2 == 0 ? Audience.JUST_ME : Audience.GROUP);
        }
        assertThat(show(ReportKind.PLANS).table().asText()).isEqualTo("""
                     no plan  a plan  all
                all       30      30   60
                """);
    }

    @Test
    void D10_what_was_shown_stands_until_enough_has_changed() {
        everyThirdPlansAndEveryThirdArrives();
        ReportView first = show(ReportKind.PLANS);
        plan(0, Audience.GROUP);
        program.now = program.now.plus(Duration.ofDays(1));
        assertThat(show(ReportKind.PLANS)).isEqualTo(first);
        assertThat(show(ReportKind.PLANS).table().asJson())
                .isEqualTo(first.table().asJson());
    }

    @Test
    void D10_once_the_cohort_has_closed_it_is_shown_by_unit_and_stands_for_good() {
        everyThirdPlansAndEveryThirdArrives();
        groups.forEach(group -> IntStream.range(0, 6)
                .map(i -> groups.indexOf(group) * 6 + i)
                .forEach(i -> program.desk(i)
                        .groups()
                        .depart(group, person(i), DepartureDraft.now())
                        .orElseThrow()));
        program.now = program.now.plus(Duration.ofDays(40));
        program.coordinator.cohorts().close(cohort).orElseThrow();
        ReportView last = show(ReportKind.PLANS);
        assertThat(last.table().asText())
                .as("two of another department are not left alone")
                .isEqualTo("""
                unit          no plan  a plan / no goal reached yet  a plan / a goal reached  all
                Department 1       10                             9                       10   29
                other units        10                            11                       10   31
                all                20                            20                       20   60
                """);
        assertThat(program.coordinator
                        .reports()
                        .show(cohort, ReportKind.PLANS, Thresholds.CMS)
                        .orElseThrow())
                .isEqualTo(last);
        assertThat(program.coordinator.reports().editions(cohort, ReportKind.PLANS))
                .containsExactly(last);
        assertThat(program.coordinator.reports().editions(cohort, ReportKind.TOPICS))
                .isEmpty();
        assertThat(program.desk(0).reports().editions(cohort, ReportKind.PLANS)).isEmpty();
    }

    @Test
    void E7_who_was_erased_is_counted_no_more_and_what_was_shown_stays() {
        everyThirdPlansAndEveryThirdArrives();
        ReportView first = show(ReportKind.PLANS);
        program.desk(1).privacy().erase(person(1)).orElseThrow();
        assertThat(show(ReportKind.PLANS)).isEqualTo(first);
        assertThat(program.coordinator
                        .reports()
                        .show(cohort, ReportKind.ATTENDANCE, FIVE)
                        .refusals())
                .hasSize(1);
    }

    @Test
    void attendance_is_counted_and_nobody_named() {
        for (int g = 0; g < groups.size(); g++) {
            GroupId group = groups.get(g);
            program.coordinator
                    .meetings()
                    .schedule(group, program.now.atZone(ZoneOffset.UTC).toLocalDate(), 1)
                    .orElseThrow();
            MeetingView meeting = program.coordinator.meetings().calendar(group).get(0);
            PersonId moderator = program.coordinator
                    .turns()
                    .next(group, 1)
                    .orElseThrow()
                    .get(0)
                    .moderator();
            int first = g * 6;
            Map<PersonId, Attendance> there = IntStream.range(first, first + 6)
                    .boxed()
                    .collect(Collectors.toMap(
                            Program::person,
                            i -> i % 2 == 0 || person(i).equals(moderator) ? Attendance.PRESENT : Attendance.ABSENT));
            program.now = meeting.startsAt().plus(Duration.ofHours(2));
            program.office
                    .as(Actor.participant(moderator))
                    .meetings()
                    .hold(group, meeting.id(), MinutesDraft.moderatedBy(moderator, there))
                    .orElseThrow();
        }
        assertThat(show(ReportKind.ATTENDANCE).table().asText()).isEqualTo("""
                     no meeting yet  met / at fewer than half  met / at half or more  met / at all  all
                all               *                         *                      *            30   60
                """);
    }

    @Test
    void seats_are_known_to_the_office_and_shown_as_they_are() {
        assertThat(program.coordinator.reports().seats(cohort).orElseThrow().asText())
                .isEqualTo("""
                unit          enrolled  seated  waiting  invited  withdrawn  finished  all
                Department 0         0      29        0        0          0         0   29
                Department 1         0      29        0        0          0         0   29
                Department 2         0       2        0        0          0         0    2
                all                  0      60        0        0          0         0   60
                """);
    }

    @Test
    void nobody_else_sees_reports_and_before_groups_meet_there_are_none() {
        everyThirdPlansAndEveryThirdArrives();
        show(ReportKind.PLANS);
        assertThat(codes(program.desk(0).reports().show(cohort, ReportKind.PLANS)))
                .containsExactly("not-allowed");
        assertThat(codes(program.desk(0).reports().seats(cohort))).containsExactly("not-allowed");
        assertThat(program.desk(0).reports().standing(cohort)).isEmpty();
        assertThat(codes(program.coordinator.reports().show(CohortId.of("never"), ReportKind.PLANS)))
                .containsExactly("not-there");
        Program enrolling = Program.enrolling();
        assertThat(codes(enrolling.coordinator.reports().show(enrolling.cohort, ReportKind.PLANS)))
                .containsExactly("wrong-phase");
    }

    @Test
    void where_nothing_can_be_shown_it_says_so() {
        assertThat(codes(program.coordinator.reports().show(cohort, ReportKind.TOPICS)))
                .containsExactly("nothing-to-show");
        assertThat(program.coordinator.reports().standing(cohort)).isEmpty();
    }
}
