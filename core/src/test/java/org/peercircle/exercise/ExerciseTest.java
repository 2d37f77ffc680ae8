package org.peercircle.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Policy;
import org.peercircle.confidentiality.Tag;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.ReflectionId;
import org.peercircle.meeting.MeetingFormat;

class ExerciseTest {

    private static final PersonId ADA = PersonId.of("ada");

    @Test
    void S15_the_ideal_day_five_years_from_now_is_built_in() {
        Exercise day = Exercises.IDEAL_DAY;
        assertThat(day.name()).isEqualTo("Ideal day five years from now");
        assertThat(day.privacy()).isEqualTo(Audience.JUST_ME);
        assertThat(day.questions()).hasSize(4);
        assertThat(day.length()).isEqualTo(Duration.ofMinutes(45));
        assertThat(day.followUp()).contains(Period.ofMonths(6));
        assertThat(day.resources()).containsExactly("cimer", "nrmn");
    }

    @Test
    void S15_every_exercise_that_comes_along_is_private_fits_a_meeting_and_is_found_by_its_code() {
        assertThat(Exercises.BUILT_IN)
                .extracting(Exercise::code)
                .doesNotHaveDuplicates()
                .hasSize(6);
        assertThat(Exercises.BUILT_IN).allSatisfy(e -> {
            assertThat(e.privacy()).isEqualTo(Audience.JUST_ME);
            assertThat(e.length()).isLessThanOrEqualTo(Duration.ofMinutes(60));
            assertThat(e.questions()).isNotEmpty();
            assertThat(e.followUpQuestion().isPresent()).isEqualTo(e.followUp().isPresent());
        });
        assertThat(Exercises.BEST_POSSIBLE_SELF.times()).isEqualTo(4);
    }

    @Test
    void a_host_defines_its_own() {
        Exercise own = Exercise.builder()
                .code("pitch")
                .name("Pitch")
                .addPrompts(Prompt.of(Prompt.Kind.SHARE, 5, "Say it."))
                .privacy(Audience.GROUP)
                .build();
        assertThat(own.questions()).isEmpty();
        assertThat(own.privacy()).isEqualTo(Audience.GROUP);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exercise.builder()
                        .from(own)
                        .followUp(Period.ofMonths(1))
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exercise.builder().code("x").name("X").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exercise.builder().from(own).times(0).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exercise.builder().from(own).code(" ").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exercise.builder().from(own).name("").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Exercise.builder()
                        .from(Exercises.IDEAL_DAY)
                        .followUp(Period.ZERO)
                        .build());
    }

    @Test
    void a_prompt_takes_a_minute_says_something_and_has_choices_where_one_chooses() {
        assertThatIllegalArgumentException().isThrownBy(() -> Prompt.of(Prompt.Kind.WRITE, 0, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> Prompt.of(Prompt.Kind.WRITE, 1, " "));
        assertThatIllegalArgumentException().isThrownBy(() -> Prompt.of(Prompt.Kind.CHOOSE, 1, "x"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Prompt(Prompt.Kind.WRITE, "x", Duration.ofMinutes(1), ImmutableList.of("a", "b")));
        assertThat(Prompt.of(Prompt.Kind.THINK, 1, "x").isAnswered()).isFalse();
        assertThat(Prompt.of(Prompt.Kind.WRITE, 1, "x").isAnswered()).isTrue();
    }

    private static Reflection.Builder started(Exercise exercise, int answers) {
        Reflection.Builder started = Reflection.builder()
                .id(ReflectionId.of("r"))
                .owner(ADA)
                .group(GroupId.of("g"))
                .tag(Tag.content(Policy.of(Owner.of(ADA))))
                .exercise(exercise)
                .writtenAt(Instant.parse("2027-01-31T23:30:00Z"));
        for (int i = 0; i < answers; i++) {
            started.addAnswers(i % 2 == 0 ? Optional.of(Confidential.draft("answer")) : Optional.empty());
        }
        return started;
    }

    @Test
    void S15_there_is_an_answer_for_each_question_or_it_is_passed_over() {
        assertThat(Reflection.write(started(Exercises.IDEAL_DAY, 4)).isAccepted())
                .isTrue();
        assertThat(Reflection.write(started(Exercises.IDEAL_DAY, 3)).refusals())
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.code()).isEqualTo("answers-dont-match");
                    assertThat(r.message()).contains("asks 4 questions, and there were 3 answers");
                });
    }

    @Test
    void S15_one_comes_back_to_it_after_months_and_says_how_it_fits() {
        Reflection written = Reflection.write(started(Exercises.IDEAL_DAY, 4)).orElseThrow();
        assertThat(written.followUpOn()).as("the last day of a shorter month").contains(LocalDate.of(2027, 7, 31));
        LookBack back = new LookBack(
                ImmutableList.of(Fit.LEADS_THERE, Fit.UNSURE, Fit.LEADS_AWAY, Fit.NO_LONGER_WANTED),
                Optional.of("canary"));
        Reflection looked = written.lookBack(Confidential.draftOf(back), 4, Instant.parse("2027-07-31T10:00:00Z"))
                .orElseThrow();
        assertThat(looked.followUpOn()).isEmpty();
        assertThat(looked.later()).hasSize(1);
        assertThat(back.isOffCourse()).isTrue();
        assertThat(back).hasToString("LookBack[…]");
        assertThat(new LookBack(ImmutableList.of(Fit.UNSURE, Fit.NO_LONGER_WANTED), Optional.empty()).isOffCourse())
                .isFalse();
        assertThat(written.lookBack(Confidential.draftOf(back), 3, Instant.EPOCH)
                        .refusals())
                .extracting("code")
                .containsExactly("fits-dont-match");
        assertThat(written.ledTo(PlanId.of("p")).plans()).containsExactly(PlanId.of("p"));
        assertThat(Reflection.write(started(Exercises.FAREWELL, 2))
                        .orElseThrow()
                        .followUpOn())
                .isEmpty();
    }

    @Test
    void S9_the_first_three_months_have_a_plan() {
        StarterProgram three = StarterProgram.THREE_MONTHS;
        assertThat(three.months())
                .extracting(StarterProgram.Month::format)
                .containsExactly(MeetingFormat.KICK_OFF, MeetingFormat.EXERCISE, MeetingFormat.REHEARSAL);
        assertThat(three.months().get(1).exercise()).contains(Exercises.IDEAL_DAY);
        assertThatIllegalArgumentException().isThrownBy(() -> new StarterProgram("none", ImmutableList.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new StarterProgram(" ", three.months()));
    }

    @Test
    void S21_resources_are_a_list_that_a_host_adds_to() {
        assertThat(Resource.BUILT_IN).containsExactly(Resource.CIMER, Resource.NRMN);
        assertThat(Resource.CIMER.at().getHost()).isEqualTo("cimerproject.org");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resource("x", "X", URI.create("/here"), ImmutableSet.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resource("", "X", URI.create("https://x.org"), ImmutableSet.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resource("x", "", URI.create("https://x.org"), ImmutableSet.of()));
    }
}
