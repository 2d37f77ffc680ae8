package org.peercircle.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.peercircle.id.ObstacleId;
import org.peercircle.id.PersonId;
import org.peercircle.id.StepId;

class PlanLinterTest {

    private static final PlanLinter ENGLISH = new PlanLinter(Wording.ENGLISH, 3);

    private static List<Hint.Kind> kinds(PlanContent content) {
        return ENGLISH.hints(PlanFixtures.drafted(content), PlanFixtures.ada()).stream()
                .map(Hint::kind)
                .toList();
    }

    private static NextStep.Builder strong(String id) {
        return NextStep.builder()
                .from(PlanFixtures.answering(id, "o"))
                .what(PlanFixtures.text("ask for one hour"))
                .commitment(7);
    }

    private static PlanContent.Builder strong() {
        return PlanFixtures.content()
                .addObstacles(PlanFixtures.obstacle("o"))
                .addSteps(strong("s").build());
    }

    private static PlanContent.Builder with(NextStep step) {
        return PlanFixtures.content()
                .addObstacles(PlanFixtures.obstacle("o"))
                .addSteps(step, strong("z").build());
    }

    private static List<Hint.Kind> onStep(String words) {
        return kinds(with(strong("s").what(PlanFixtures.text(words)).build()).build());
    }

    @Example
    void S11_a_strong_plan_gets_no_hint() {
        assertThat(kinds(strong().build())).isEmpty();
    }

    @Example
    void S11_a_goal_wants_a_day_and_a_way_to_know() {
        assertThat(kinds(strong().goal(new Goal(PlanFixtures.text("g"), Optional.empty(), Optional.empty()))
                        .build()))
                .containsExactly(Hint.Kind.GOAL_WITHOUT_DATE, Hint.Kind.VAGUE_MEASURE);
        assertThat(kinds(strong().goal(measured("I feel better about it")).build()))
                .containsExactly(Hint.Kind.VAGUE_MEASURE);
        assertThat(kinds(strong().goal(measured("I sleep better on 5 of 7 nights"))
                        .build()))
                .as("a number makes it one")
                .isEmpty();
        assertThat(kinds(strong().goal(measured("The journal has sent a manuscript number"))
                        .build()))
                .isEmpty();
    }

    private static Goal measured(String evidence) {
        return new Goal(
                PlanFixtures.text("g"), Optional.of(PlanFixtures.text(evidence)), Optional.of(PlanFixtures.DUE));
    }

    @Example
    void S11_obstacles_are_named_weighed_and_answered() {
        assertThat(kinds(PlanFixtures.content()
                        .addSteps(NextStep.builder()
                                .from(PlanFixtures.step("s"))
                                .what(PlanFixtures.text("ask her"))
                                .build())
                        .build()))
                .containsExactly(Hint.Kind.NO_OBSTACLE, Hint.Kind.STEP_WITHOUT_OBSTACLE);
        PlanContent.Builder two =
                strong().addObstacles(PlanFixtures.obstacle("p")).addAnswers(PlanFixtures.forObstacle("a", "o"));
        assertThat(ENGLISH.hints(PlanFixtures.drafted(two.build()), PlanFixtures.ada()))
                .containsExactly(
                        Hint.of(Hint.Kind.NO_MAIN_OBSTACLE),
                        Hint.of(Hint.Kind.OBSTACLE_WITHOUT_ANSWER, PlanFixtures.obstacle("p")));
        assertThat(kinds(strong().addObstacles(PlanFixtures.obstacle("p"))
                        .mainObstacle(ObstacleId.of("o"))
                        .addAnswers(PlanFixtures.forObstacle("a", "p"))
                        .build()))
                .isEmpty();
        Obstacle known = new Obstacle(
                ObstacleId.of("p"),
                PlanFixtures.text("x"),
                Obstacle.Nature.OUTER,
                false,
                2,
                Optional.of(PlanFixtures.text("go round")));
        assertThat(kinds(strong().addObstacles(known)
                        .mainObstacle(ObstacleId.of("p"))
                        .build()))
                .isEmpty();
    }

    @Example
    void S11_a_step_says_what_by_when_and_what_for() {
        NextStep bare = NextStep.builder()
                .id(StepId.of("s"))
                .what(PlanFixtures.text("more confidence"))
                .commitment(6)
                .build();
        assertThat(ENGLISH.hints(PlanFixtures.drafted(with(bare).build()), PlanFixtures.ada()))
                .containsExactly(
                        Hint.of(Hint.Kind.STEP_WITHOUT_DATE, bare),
                        Hint.of(Hint.Kind.STEP_WITHOUT_VERB, bare),
                        Hint.of(Hint.Kind.STEP_WITHOUT_OBSTACLE, bare),
                        Hint.of(Hint.Kind.LOW_COMMITMENT, bare));
    }

    @Example
    void S11_a_step_begins_with_a_verb_that_ends() {
        for (String good : List.of(
                "I will ask her on Monday",
                "I'll write two pages",
                "Send the draft",
                "to call Ben",
                "email the editor",
                "Draft the intro",
                "look up the rule")) {
            assertThat(onStep(good)).as(good).isEmpty();
        }
        for (String noun : List.of("the paper", "I will", "My supervisor", "…", "finally a talk")) {
            assertThat(onStep(noun)).as(noun).containsExactly(Hint.Kind.STEP_WITHOUT_VERB);
        }
        for (String vague : List.of("try to ask her", "I will think about it", "Work on the paper")) {
            assertThat(onStep(vague)).as(vague).containsExactly(Hint.Kind.STEP_WITH_VAGUE_VERB);
        }
    }

    @Example
    void S11_too_many_steps_at_once() {
        PlanContent.Builder three =
                strong().addSteps(strong("t").build(), strong("u").build());
        assertThat(kinds(three.build())).isEmpty();
        assertThat(kinds(three.addSteps(strong("v").build()).build())).containsExactly(Hint.Kind.TOO_MANY_OPEN_STEPS);
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanLinter(Wording.ENGLISH, 0));
    }

    @Example
    void what_is_done_gets_no_hint() {
        ActionPlan plan = PlanFixtures.drafted(with(NextStep.builder()
                                .id(StepId.of("s"))
                                .what(PlanFixtures.text("x"))
                                .build())
                        .build())
                .activate(Instant.EPOCH)
                .then(p -> p.checkIn(StepId.of("s"), Report.of(CheckIn.Result.DONE), Instant.EPOCH))
                .orElseThrow();
        assertThat(ENGLISH.hints(plan, PlanFixtures.ada())).isEmpty();
    }

    @Example
    void another_language_and_another_reader_are_not_judged_by_words() {
        ActionPlan plan = PlanFixtures.drafted(
                with(strong("s").what(PlanFixtures.text("the paper")).build()).build());
        assertThat(new PlanLinter(Wording.ANY, 3).hints(plan, PlanFixtures.ada()))
                .isEmpty();
        ActionPlan wordless = PlanFixtures.drafted(
                with(strong("s").what(PlanFixtures.text("…")).build()).build());
        assertThat(new PlanLinter(Wording.ANY, 3).hints(wordless, PlanFixtures.ada()))
                .isEmpty();
        assertThat(ENGLISH.hints(plan, PlanFixtures.reader(PersonId.of("ben")))).isEmpty();
    }

    @Property
    void S11_no_words_are_too_strange_to_be_advised_on(@ForAll @StringLength(min = 1, max = 60) String words) {
        if (words.isBlank()) {
            return;
        }
        ActionPlan plan = PlanFixtures.drafted(
                with(strong("s").what(PlanFixtures.text(words)).build())
                        .goal(measured(words))
                        .build());
        ImmutableList<Hint> hints = ENGLISH.hints(plan, PlanFixtures.ada());
        assertThat(hints).isEqualTo(ENGLISH.hints(plan, PlanFixtures.ada()));
        assertThat(hints).allSatisfy(h -> assertThat(h.message()).isNotBlank());
        assertThat(plan.activate(Instant.EPOCH).isAccepted())
                .as("advice never blocks")
                .isTrue();
    }

    @Test
    void a_step_is_said_as_its_owner_would() {
        NextStep step = NextStep.builder()
                .from(PlanFixtures.step("s"))
                .what(PlanFixtures.text("I will ask her"))
                .whenAndWhere(PlanFixtures.text("after lab meeting"))
                .build();
        assertThat(step.sentence(PlanFixtures.ada())).contains("I will ask her by 2027-03-18, after lab meeting");
        assertThat(said("Send it")).contains("I will send it");
        assertThat(said("I'll send it")).contains("I will send it");
        assertThat(said("PCR again")).contains("I will PCR again");
        assertThat(said("x")).contains("I will x");
        assertThat(step.sentence(PlanFixtures.reader(PersonId.of("ben")))).isEmpty();
    }

    private static Optional<String> said(String what) {
        return NextStep.builder()
                .id(StepId.of("s"))
                .what(PlanFixtures.text(what))
                .build()
                .sentence(PlanFixtures.ada());
    }
}
