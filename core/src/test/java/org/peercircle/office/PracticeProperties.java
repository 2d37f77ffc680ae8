package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.exercise.Exercises;
import org.peercircle.exercise.Fit;
import org.peercircle.exercise.LookBack;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.ReflectionId;
import org.peercircle.id.RehearsalId;
import org.peercircle.id.StepId;
import org.peercircle.plan.CheckIn;
import org.peercircle.plan.Correction;
import org.peercircle.plan.Report;
import org.peercircle.rehearsal.Aftermath;
import org.peercircle.rehearsal.Brief;
import org.peercircle.rehearsal.Feedback;
import org.peercircle.rehearsal.Observation;
import org.peercircle.rehearsal.Part;
import org.peercircle.rehearsal.Rehearsal;
import org.peercircle.rehearsal.Round;
import org.peercircle.rehearsal.SelfAssessment;

/**
 * Whatever members, outsiders and the office do in any order with plans, rehearsals and exercises: nothing said is lost,
 * and nobody but members ever sees that anything is there (S10 to S15).
 */
class PracticeProperties {

    /** One thing somebody does; numbers choose who, what and how. */
    record Act(int what, int who, int which, int how) {}

    @Provide
    Arbitrary<List<Act>> acts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 17),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 30))
                .as(Act::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(60);
    }

    /** A program in which all this takes place, and the ids of what came about. */
    private static final class Stage {
        private final Program program = Program.running();
        private final GroupId aurora = program.aurora();
        private final List<PlanId> plans = new ArrayList<>();
        private final List<RehearsalId> rehearsals = new ArrayList<>();
        private final List<ReflectionId> reflections = new ArrayList<>();
        private final Map<PlanId, PlanView> before = new HashMap<>();

        private Desk desk(int who) {
            return who == 8 ? program.coordinator : program.desk(who);
        }

        private PlanId plan(Act act) {
            return plans.isEmpty() ? PlanId.of("none") : plans.get(act.which() % plans.size());
        }

        private RehearsalId rehearsal(Act act) {
            return rehearsals.isEmpty() ? RehearsalId.of("none") : rehearsals.get(act.which() % rehearsals.size());
        }

        private ReflectionId reflection(Act act) {
            return reflections.isEmpty() ? ReflectionId.of("none") : reflections.get(act.which() % reflections.size());
        }

        /** Some step of a plan, whoever's it is. */
        private StepId step(Act act) {
            return Optional.of(plan(act)).filter(p -> !plans.isEmpty()).stream()
                    .flatMap(p -> program.repository.plan(p).current().steps().stream())
                    .skip(act.how() % 3)
                    .findFirst()
                    .map(s -> s.id())
                    .orElse(StepId.of("none"));
        }

        private LocalDate day(Act act) {
            return program.now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(act.how() - 5L);
        }
    }

    private static Confidential<String> canary() {
        return Confidential.draft("canary");
    }

    private static Audience audience(Act act) {
        return switch (act.how() % 4) {
            case 0 -> Audience.JUST_ME;
            case 1 -> Audience.GROUP;
            case 2 -> Audience.GROUP_AND_NEWCOMERS;
            default -> Audience.named(List.of(Program.person(act.which() % 6)));
        };
    }

    private static PlanDraft draft(Act act, LocalDate day) {
        PlanDraft.StepDraft step = new PlanDraft.StepDraft(
                canary(),
                act.how() % 5 == 0 ? Optional.empty() : Optional.of(day),
                Optional.empty(),
                Optional.of(1),
                Optional.of(Program.person(act.how() % 6)),
                Optional.of(1 + act.how() % 10));
        return PlanDraft.towards("canary")
                .addObstacles(PlanDraft.ObstacleDraft.inner("canary " + act.how() % 2, 3))
                .addAnswers(PlanDraft.IfThenDraft.forObstacle(1, "canary", "canary"))
                .addSteps(step)
                .build();
    }

    private static CourseDraft course(Stage stage, Act act) {
        PlanDraft next = draft(act, stage.day(act));
        StepId step = stage.step(act);
        return switch (act.how() % 9) {
            case 0 -> new CourseDraft.Rescope(canary(), Optional.empty(), Optional.empty());
            case 1 -> CourseDraft.Redate.of(step, stage.day(act));
            case 2 -> new CourseDraft.ReplaceStep(step, PlanDraft.StepDraft.of("canary", stage.day(act)));
            case 3 -> new CourseDraft.AddStep(PlanDraft.StepDraft.of("canary", stage.day(act)));
            case 4 -> new CourseDraft.DropStep(step);
            case 5 -> new CourseDraft.Pause(Optional.of(stage.day(act)));
            case 6 -> new CourseDraft.Resume();
            case 7 -> new CourseDraft.ReplaceGoal(next, ImmutableMap.of(step, new CourseDraft.Fate.ReplaceBy(1)));
            default -> new CourseDraft.Rework(next, ImmutableMap.of(step, new CourseDraft.Fate.Carry()));
        };
    }

    private static Map<PersonId, Part> cast(Act act) {
        Map<PersonId, Part> cast = new HashMap<>();
        for (int i = 0; i < 4; i++) {
            cast.put(Program.person((act.who() + i) % 6), Part.values()[(i + act.how()) % 4]);
        }
        return cast;
    }

    private static Decision<?> done(Stage stage, Act act) {
        Desk desk = stage.desk(act.who());
        int round = 1 + act.how() % 3;
        return switch (act.what()) {
            case 0 -> added(desk.plans().draft(stage.aurora, draft(act, stage.day(act)), audience(act)), stage.plans);
            case 1 -> desk.plans().activate(stage.plan(act));
            case 2, 3 ->
                desk.plans()
                        .checkIn(
                                stage.plan(act),
                                stage.step(act),
                                Report.builder()
                                        .result(CheckIn.Result.values()[act.how() % 3])
                                        .confidence(1 + act.how() % 10)
                                        .whatHelped(canary())
                                        .note(canary())
                                        .build());
            case 4 -> desk.plans().review(stage.plan(act), act.how() % 2 == 0);
            case 5, 6 ->
                desk.plans().correct(stage.plan(act), course(stage, act), Correction.Trigger.NEW_IDEA, canary());
            case 7 -> desk.plans().share(stage.plan(act), audience(act));
            case 8 -> desk.plans().shareGoal(stage.plan(act), audience(act));
            case 9 ->
                added(
                        desk.rehearsals()
                                .prepare(stage.aurora, Optional.empty(), Brief.of("canary", "canary"))
                                .map(RehearsalView::id),
                        stage.rehearsals);
            case 10 ->
                desk.rehearsals().play(stage.rehearsal(act), Round.Kind.values()[act.how() % 3], castOrNone(act));
            case 11 -> desk.rehearsals().assess(stage.rehearsal(act), round, new SelfAssessment("canary", 1, -1));
            case 12 ->
                desk.rehearsals()
                        .observe(stage.rehearsal(act), round, new Observation("canary", "canary", "canary", 2, -2));
            case 13 -> desk.rehearsals().stepOut(stage.rehearsal(act));
            case 14 -> desk.rehearsals().tell(stage.rehearsal(act), Aftermath.Outcome.REFUSED, Optional.of(canary()));
            case 15 ->
                added(
                        desk.exercises()
                                .write(
                                        stage.aurora,
                                        Exercises.LETTER_TO_MYSELF,
                                        List.of(Optional.of(canary())),
                                        audience(act))
                                .map(ReflectionView::id),
                        stage.reflections);
            case 16 ->
                desk.exercises()
                        .lookBack(
                                stage.reflection(act),
                                new LookBack(ImmutableList.of(Fit.values()[act.how() % 4]), Optional.of("canary")));
            default ->
                added(
                        desk.exercises().openPlan(stage.reflection(act), draft(act, stage.day(act)), audience(act)),
                        stage.plans);
        };
    }

    /** A cast that can be played, or one in which a part is missing, as a host might hand in by mistake. */
    private static Map<PersonId, Part> castOrNone(Act act) {
        Map<PersonId, Part> cast = cast(act);
        return cast.containsValue(Part.SPEAKER) && cast.containsValue(Part.COUNTERPART)
                ? cast
                : Map.of(Program.person(0), Part.SPEAKER, Program.person(1), Part.COUNTERPART);
    }

    private static <T> Decision<T> added(Decision<T> made, List<T> to) {
        if (made.isAccepted()) {
            to.add(made.orElseThrow());
        }
        return made;
    }

    @Property(tries = 300)
    void S10_no_sequence_of_acts_shows_anything_to_others_or_loses_what_was_said(@ForAll("acts") List<Act> acts) {
        Stage stage = new Stage();
        for (Act act : acts) {
            stage.program.now = stage.program.now.plus(Duration.ofHours(act.how()));
            Decision<?> decision = done(stage, act);
            decision.refusals().forEach(r -> assertThat(r.message()).doesNotContain("canary"));
            nobodyElseSeesAnything(stage);
            nothingSaidIsLost(stage);
            rehearsalsKeepTheirOrder(stage);
        }
        assertThat(stage.program.repository.events.toString()).doesNotContain("canary");
    }

    /** The office and another group's members find nothing, and each is told the same as of what never was. */
    private static void nobodyElseSeesAnything(Stage stage) {
        LocalDate today = stage.program.now.atZone(ZoneOffset.UTC).toLocalDate();
        for (Desk other : List.of(stage.program.coordinator, stage.program.desk(7))) {
            assertThat(other.plans().list(stage.aurora)).isEmpty();
            assertThat(other.rehearsals().list(stage.aurora)).isEmpty();
            assertThat(other.exercises().list(stage.aurora)).isEmpty();
            assertThat(other.reminders().between(stage.aurora, today.minusDays(30), today.plusDays(30)))
                    .isEmpty();
            stage.rehearsals.forEach(
                    id -> assertThat(other.rehearsals().view(id).refusals())
                            .containsExactly(new OfficeRefusal.NotThere("rehearsal", id.value())));
        }
    }

    /** Revisions and reports are only ever added, and the owner reads all of it. */
    private static void nothingSaidIsLost(Stage stage) {
        for (PlanId id : stage.plans) {
            PersonId owner = stage.program.repository.plan(id).owner();
            PlanView now = stage.program
                    .office
                    .as(Actor.participant(owner))
                    .plans()
                    .view(id)
                    .orElseThrow();
            PlanView past = stage.before.put(id, now);
            if (past != null) {
                int revisions = past.revisions().size();
                int reports = past.checkIns().size();
                assertThat(numbers(now).subList(0, revisions)).isEqualTo(numbers(past));
                assertThat(now.checkIns().subList(0, reports)).isEqualTo(past.checkIns());
            }
            assertThat(now.current().goal()).isPresent();
            assertThat(stage.program
                            .office
                            .as(Actor.participant(owner))
                            .plans()
                            .story(id)
                            .orElseThrow())
                    .hasSizeGreaterThanOrEqualTo(
                            now.revisions().size() + now.checkIns().size());
        }
    }

    private static List<Integer> numbers(PlanView plan) {
        return plan.revisions().stream().map(PlanView.RevisionView::number).toList();
    }

    /** Nobody speaks before the speaker, and nobody twice; whoever stepped out is in no round. */
    private static void rehearsalsKeepTheirOrder(Stage stage) {
        for (RehearsalId id : stage.rehearsals) {
            stage.program.repository.rehearsal(id).ifPresent(rehearsal -> {
                for (Round round : rehearsal.rounds()) {
                    assertThat(round.feedback().isEmpty()
                                    || round.selfAssessment().isPresent())
                            .isTrue();
                    assertThat(round.feedback().stream().map(Feedback::by)).doesNotHaveDuplicates();
                    assertThat(round.cast().keySet())
                            .containsAll(
                                    round.feedback().stream().map(Feedback::by).collect(Collectors.toSet()));
                }
                admitsJustItsPeers(stage, rehearsal);
            });
        }
    }

    private static void admitsJustItsPeers(Stage stage, Rehearsal rehearsal) {
        for (int i = 0; i < 6; i++) {
            boolean sees =
                    stage.program.desk(i).rehearsals().view(rehearsal.id()).isAccepted();
            boolean has = rehearsal.peers().contains(Program.person(i))
                    || rehearsal.speaker().equals(Program.person(i));
            assertThat(sees).isEqualTo(has);
        }
    }
}
