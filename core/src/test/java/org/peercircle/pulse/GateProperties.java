package org.peercircle.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.ProgramId;
import org.peercircle.id.PulseId;
import org.peercircle.report.Thresholds;

/** What is shown of surveys discloses nobody (laws D2, D4, D8, D10 to D13), over random groups, answers and dropouts. */
class GateProperties {

    private static final Scale SCALE = Scale.builder()
            .code("x")
            .name("X")
            .measure(Scale.Measure.BELONGING)
            .addItems(Item.of("x1", "?"))
            .minimumAnswered(1)
            .source("made up for this test")
            .build();
    private static final Thresholds FIVE = new Thresholds(5, 3);

    /** Somebody: in which of five groups, and what they answered before and after; 0 is nothing. */
    record Person(int group, int before, int after) {}

    /** Mostly enough to show something, with a few who did not answer one of the surveys. */
    @Provide
    Arbitrary<List<Person>> people() {
        Arbitrary<Integer> answers = Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(0)),
                Tuple.of(9, Arbitraries.integers().between(1, 5).withoutEdgeCases()));
        return Combinators.combine(Arbitraries.integers().between(0, 4).withoutEdgeCases(), answers, answers)
                .as(Person::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(45);
    }

    private static PulseSurvey survey(String id, Moment moment, int day) {
        return PulseSurvey.builder()
                .id(PulseId.of(id))
                .program(ProgramId.of("p"))
                .cohort(CohortId.of("c"))
                .openedBy(PersonId.of("dana"))
                .moment(moment)
                .addScales(SCALE)
                .opensAt(at(day))
                .closesAt(at(day + 7))
                .build();
    }

    private static Instant at(int day) {
        return Instant.EPOCH.plusSeconds(day * 86_400L);
    }

    private static final PulseSurvey BEFORE = survey("b", Moment.BEFORE, 0);
    private static final PulseSurvey AFTER = survey("a", Moment.AFTER, 100);

    private static List<Respondent> respondents(List<Person> people) {
        return IntStream.range(0, people.size())
                .mapToObj(i -> respondent(i, people.get(i)))
                .toList();
    }

    private static Respondent respondent(int i, Person person) {
        Map<PulseId, ImmutableMap<String, Integer>> answers = new HashMap<>();
        if (person.before() > 0) {
            answers.put(BEFORE.id(), ImmutableMap.of("x1", person.before()));
        }
        if (person.after() > 0) {
            answers.put(AFTER.id(), ImmutableMap.of("x1", person.after()));
        }
        return new Respondent(PieceId.of("d" + i), GroupId.of("g" + person.group()), ImmutableMap.copyOf(answers));
    }

    private static PulseSurvey shown(PulseSurvey survey, PulseSurvey other, List<Person> people) {
        return survey.show(List.of(other), respondents(people), FIVE, at(200)).orElseThrow();
    }

    private static ImmutableList<Finding> findings(PulseSurvey survey) {
        return survey.release().orElseThrow().findings();
    }

    @Property
    void D2_D4_behind_every_number_stand_enough_people_whichever_group_knows_itself(
            @ForAll("people") List<Person> people) {
        PulseSurvey before = shown(BEFORE, AFTER, people);
        PulseSurvey after = shown(AFTER, before, people);
        for (PulseSurvey survey : List.of(before, after)) {
            for (Release.Counted counted : survey.release().orElseThrow().counted()) {
                assertEnough(counted.diaries(), people);
            }
        }
    }

    private static void assertEnough(Set<PieceId> diaries, List<Person> people) {
        Map<Integer, Long> byGroup = diaries.stream()
                .collect(Collectors.groupingBy(
                        d -> people.get(Integer.parseInt(d.value().substring(1)))
                                .group(),
                        Collectors.counting()));
        assertThat(diaries).hasSizeGreaterThanOrEqualTo(5);
        assertThat(byGroup).hasSizeGreaterThanOrEqualTo(3);
        assertThat(byGroup.values())
                .allSatisfy(n -> assertThat(diaries.size() - n).isGreaterThanOrEqualTo(5));
    }

    @Property
    void D11_D12_any_two_numbers_count_the_same_people_or_differ_by_enough(@ForAll("people") List<Person> people) {
        PulseSurvey before = shown(BEFORE, AFTER, people);
        PulseSurvey after = shown(AFTER, before, people);
        Statistics.collect(findings(before).get(0).getClass().getSimpleName());
        Statistics.coverage(c -> c.check("Mean").percentage(p -> p > 30));
        List<Release.Counted> all =
                new ArrayList<>(before.release().orElseThrow().counted());
        all.addAll(after.release().orElseThrow().counted());
        for (Release.Counted one : all) {
            for (Release.Counted other : all) {
                int difference = Sets.difference(one.diaries(), other.diaries()).size();
                assertThat(difference == 0 || difference >= 5)
                        .as("%d", difference)
                        .isTrue();
            }
        }
    }

    /** The numbers themselves, against a plain computation over whom they counted. */
    @Property
    void D13_numbers_are_means_to_a_tenth_and_never_of_people_who_all_said_the_same(
            @ForAll("people") List<Person> people) {
        PulseSurvey after = shown(AFTER, BEFORE, people);
        List<Release.Counted> counted = after.release().orElseThrow().counted();
        int number = 0;
        for (Finding finding : findings(after)) {
            if (finding instanceof Finding.NotShown) {
                continue;
            }
            List<Person> who = counted.get(number++).diaries().stream()
                    .map(d -> people.get(Integer.parseInt(d.value().substring(1))))
                    .toList();
            double mean = who.stream().mapToInt(Person::after).average().orElseThrow();
            assertThat(who.stream().map(Person::after).distinct().count()).isGreaterThan(1);
            if (finding instanceof Finding.Mean shown) {
                assertThat(shown.people()).isEqualTo(who.size());
                assertThat(shown.mean()).isEqualTo(tenth(mean));
            } else {
                Finding.Change change = (Finding.Change) finding;
                double before = who.stream().mapToInt(Person::before).average().orElseThrow();
                assertThat(change.people()).isEqualTo(who.size());
                assertThat(change.before()).isEqualTo(tenth(before));
                assertThat(change.after()).isEqualTo(tenth(mean));
                assertThat(change.change())
                        .isEqualTo(tenth(who.stream()
                                .mapToInt(p -> p.after() - p.before())
                                .average()
                                .orElseThrow()));
                assertThat(change.low()).isLessThanOrEqualTo(change.change());
                assertThat(change.high()).isGreaterThanOrEqualTo(change.change());
            }
        }
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** Worlds that differ in what people answered who are not counted are the same from outside. */
    @Property
    void D18_what_is_not_counted_changes_nothing_that_is_shown(@ForAll("people") List<Person> people) {
        PulseSurvey after = shown(AFTER, BEFORE, people);
        Set<PieceId> counted = after.release().orElseThrow().counted().stream()
                .flatMap(c -> c.diaries().stream())
                .collect(Collectors.toSet());
        List<Person> others = IntStream.range(0, people.size())
                .mapToObj(i -> counted.contains(PieceId.of("d" + i)) ? people.get(i) : otherwise(people.get(i)))
                .toList();
        PulseSurvey elsewhere = shown(AFTER, BEFORE, others);
        boolean sameIsHidden = elsewhere
                .release()
                .orElseThrow()
                .counted()
                .equals(after.release().orElseThrow().counted());
        if (sameIsHidden) {
            assertThat(findings(elsewhere)).isEqualTo(findings(after));
        }
    }

    /** The same questions answered, with other answers. */
    private static Person otherwise(Person person) {
        return new Person(
                person.group(),
                person.before() == 0 ? 0 : 6 - person.before(),
                person.after() == 0 ? 0 : person.after() % 5 + 1);
    }

    @Property
    void D15_it_does_not_matter_in_which_order_people_come(@ForAll("people") List<Person> people) {
        List<Respondent> reversed = new ArrayList<>(respondents(people));
        Collections.reverse(reversed);
        assertThat(findings(AFTER.show(List.of(BEFORE), reversed, FIVE, at(200)).orElseThrow()))
                .isEqualTo(findings(shown(AFTER, BEFORE, people)));
    }

    @Example
    void S21_change_is_shown_with_its_uncertainty() {
        List<Person> people = people(30, i -> new Person(i % 3, 2 + i % 2, 3 + i % 2 + i % 3 % 2));
        PulseSurvey after = shown(AFTER, BEFORE, people);
        assertThat(findings(after)).hasSize(2);
        assertThat(findings(after).get(0))
                .isEqualTo(new Finding.Change("x", Moment.BEFORE, 30, 2.5, 3.8, 1.3, 1.2, 1.5));
        assertThat(findings(after).get(1)).isEqualTo(new Finding.Mean("x", 30, 3.8));
    }

    @Example
    void D12_a_mean_shown_early_can_keep_the_change_from_being_shown() {
        List<Person> people = people(30, i -> new Person(i % 3, 2 + i % 2, i == 0 ? 0 : 3 + i % 3));
        PulseSurvey early = shown(BEFORE, AFTER, people);
        assertThat(findings(early)).hasSize(1);
        assertThat(findings(shown(AFTER, early, people)))
                .as("one person dropped out, and would be worked out")
                .containsExactly(new Finding.NotShown("x"));
        assertThat(findings(shown(AFTER, BEFORE, people))).hasSize(2);
        assertThat(findings(shown(BEFORE, shown(AFTER, BEFORE, people), people)))
                .as("nor the other way round")
                .containsExactly(new Finding.NotShown("x"));
    }

    private static boolean isMeanShown(List<Person> people) {
        return findings(shown(AFTER, BEFORE, people)).stream().anyMatch(f -> f instanceof Finding.Mean);
    }

    @Example
    void D2_five_are_enough_and_four_are_not() {
        assertThat(isMeanShown(people(9, i -> new Person(i % 3, 0, 1 + i % 2)))).isTrue();
        assertThat(AFTER.show(
                                List.of(),
                                respondents(people(9, i -> new Person(i % 3, 0, 1 + i % 2))),
                                new Thresholds(9, 3),
                                at(200))
                        .orElseThrow()
                        .release()
                        .orElseThrow()
                        .findings())
                .as("nine of three groups, and six without any one of them")
                .containsExactly(new Finding.NotShown("x"));
        assertThat(isMeanShown(people(5, i -> new Person(i, 0, 1 + i % 2))))
                .as("five of five groups are four without any one of them")
                .isFalse();
        assertThat(isMeanShown(people(6, i -> new Person(i, 0, 1 + i % 2)))).isTrue();
        assertThat(isMeanShown(people(6, i -> new Person(i % 5, 0, 1 + i % 2)))).isFalse();
    }

    @Example
    void D4_whichever_group_is_taken_away_five_remain() {
        IntFunction<Person> threeAndTheRest = i -> new Person(i < 3 ? 1 : i < 5 ? 2 : 0, 0, 1 + i % 2);
        assertThat(isMeanShown(people(20, threeAndTheRest)))
                .as("five are not of the large group")
                .isTrue();
        assertThat(isMeanShown(people(20, i -> i == 4 ? new Person(0, 0, 1) : threeAndTheRest.apply(i))))
                .as("four are not")
                .isFalse();
        assertThat(isMeanShown(people(20, i -> new Person(i % 2, 0, 1 + i % 2))))
                .isFalse();
    }

    @Example
    void D12_five_who_dropped_out_hide_each_other_and_four_do_not() {
        for (int out : new int[] {1, 4, 5, 6}) {
            List<Person> people = people(40, i -> new Person(i % 4, 1 + i % 5, i < out ? 0 : 1 + i % 3));
            PulseSurvey before = shown(BEFORE, AFTER, people);
            boolean change = findings(shown(AFTER, before, people)).stream().anyMatch(f -> f instanceof Finding.Change);
            assertThat(change).as("%d dropped out", out).isEqualTo(out >= 5);
            List<Person> late = people(40, i -> new Person(i % 4, i < out ? 0 : 1 + i % 5, 1 + i % 3));
            assertThat(isMeanShown(late))
                    .as("beside the change, the mean of all would tell of %d who came late", out)
                    .isEqualTo(out >= 5);
        }
    }

    @Example
    void D11_another_scale_is_another_question() {
        Scale other = Scale.builder()
                .from(SCALE)
                .code("y")
                .items(List.of(Item.of("y1", "?")))
                .build();
        PulseSurvey two = PulseSurvey.builder().from(AFTER).addScales(other).build();
        List<Respondent> people = IntStream.range(0, 30)
                .mapToObj(i -> new Respondent(
                        PieceId.of("d" + i),
                        GroupId.of("g" + i % 3),
                        ImmutableMap.of(
                                AFTER.id(),
                                i == 0 ? ImmutableMap.of("x1", 2) : ImmutableMap.of("x1", 1 + i % 5, "y1", 1 + i % 4))))
                .toList();
        assertThat(findings(two.show(List.of(), people, FIVE, at(200)).orElseThrow()))
                .extracting(f -> f.getClass().getSimpleName() + " " + f.scale())
                .containsExactly("Mean x", "Mean y");
        assertThat(two.scale("y")).contains(other);
        assertThat(two.scale("z")).isEmpty();
    }

    /** Worked by hand: changes 2, 1, 0, 0 and so on have mean 0.75 and standard deviation 0.829, over 12 people. */
    @Example
    void S21_the_interval_is_that_of_the_paired_t_test() {
        int[] changes = {2, 1, 0, 0, 2, 1, 0, 0, 2, 1, 0, 0};
        List<Person> people = people(12, i -> new Person(i % 3, 1 + i % 3, 1 + i % 3 + changes[i]));
        assertThat(findings(shown(AFTER, BEFORE, people)).get(0))
                .isEqualTo(new Finding.Change("x", Moment.BEFORE, 12, 2.0, 2.8, 0.8, 0.2, 1.3));
    }

    @Example
    void D8_there_is_one_marker_for_whatever_is_not_shown() {
        List<Person> few = people(4, i -> new Person(i % 3, 1 + i, 1 + i));
        List<Person> twoGroups = people(30, i -> new Person(i % 2, 1 + i % 5, 1 + i % 4));
        List<Person> alike = people(30, i -> new Person(i % 3, 3, 3));
        List<Person> nobody = List.of();
        for (List<Person> people : List.of(few, twoGroups, alike, nobody)) {
            assertThat(findings(shown(AFTER, BEFORE, people))).containsExactly(new Finding.NotShown("x"));
        }
    }

    @Example
    void D10_what_was_shown_stays_and_nothing_is_shown_of_an_open_survey() {
        List<Person> people = people(30, i -> new Person(i % 3, 1 + i % 5, 1 + i % 4));
        PulseSurvey after = shown(AFTER, BEFORE, people);
        assertThat(after.show(List.of(BEFORE), List.of(), FIVE, at(300)).refusals())
                .extracting("code")
                .containsExactly("already-shown");
        assertThat(AFTER.show(List.of(BEFORE), respondents(people), FIVE, at(106))
                        .refusals())
                .extracting("code")
                .containsExactly("survey-open");
        assertThat(AFTER.show(List.of(BEFORE), respondents(people), FIVE, at(107))
                        .isAccepted())
                .isTrue();
        assertThat(after.release().orElseThrow().toString()).doesNotContain("d1");
        assertThat(respondents(people).get(0).toString()).doesNotContain("d0");
    }

    @Example
    void a_scale_whose_questions_changed_does_not_measure_the_same() {
        PulseSurvey other = PulseSurvey.builder()
                .from(BEFORE)
                .scales(ImmutableList.of(Scale.builder()
                        .from(SCALE)
                        .items(ImmutableList.of(Item.reversed("x1", "?")))
                        .build()))
                .build();
        List<Person> people = people(30, i -> new Person(i % 3, 1 + i % 5, 1 + i % 4));
        assertThat(findings(AFTER.show(List.of(other), respondents(people), FIVE, at(200))
                        .orElseThrow()))
                .singleElement()
                .isInstanceOf(Finding.Mean.class);
    }

    @Example
    void nobody_can_ask_for_less_than_the_floor() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(4, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(5, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(5, 3, 4));
        assertThat(Thresholds.EDUCATION).isEqualTo(new Thresholds(10, 3));
    }

    @Example
    void a_survey_takes_answers_to_its_questions_while_it_is_open() {
        assertThat(AFTER.tag().policies()).hasSize(1);
        assertThat(AFTER.isOpenAt(at(99))).isFalse();
        assertThat(AFTER.isOpenAt(at(100))).isTrue();
        assertThat(AFTER.isOpenAt(at(107))).isFalse();
        assertThat(AFTER.against(Map.of("x1", 5))).isEmpty();
        assertThat(AFTER.against(Map.of("x1", 1))).isEmpty();
        assertThat(AFTER.against(Map.of("x1", 6)).orElseThrow().message())
                .isEqualTo(
                        "The answer to question x1 of survey a is outside 1 to 5. Choose one of these, or pass it over.");
        assertThat(AFTER.against(Map.of("x1", 0)).orElseThrow().code()).isEqualTo("answer-out-of-range");
        assertThat(AFTER.against(Map.of("y", 3)).orElseThrow().code()).isEqualTo("no-such-item");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> PulseSurvey.builder().from(AFTER).addScales(SCALE).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PulseSurvey.builder()
                        .from(AFTER)
                        .closesAt(AFTER.opensAt())
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PulseSurvey.builder()
                        .from(AFTER)
                        .scales(ImmutableSet.of())
                        .build());
    }

    private static List<Person> people(int count, IntFunction<Person> each) {
        return IntStream.range(0, count).mapToObj(each).toList();
    }

    @Example
    void the_last_group_known_is_that_of_the_latest_answers() {
        PulseDiary empty = PulseDiary.builder()
                .id(PieceId.of("d"))
                .owner(PersonId.of("ada"))
                .cohort(CohortId.of("c"))
                .consents(false)
                .build();
        assertThat(empty.lastGroup()).isEmpty();
        PulseDiary twice = empty.answer(BEFORE, answers(1, Optional.of(GroupId.of("g1"))), true)
                .then(d -> d.answer(AFTER, answers(101, Optional.of(GroupId.of("g2"))), false))
                .orElseThrow();
        assertThat(twice.lastGroup()).contains(GroupId.of("g2"));
        Answers later = answers(2, Optional.empty());
        PulseDiary other = PulseDiary.builder()
                .from(empty)
                .id(PieceId.of("e"))
                .consents(true)
                .putAnswers(BEFORE.id(), later)
                .build();
        PulseDiary one = twice.and(other);
        assertThat(one.id()).isEqualTo(PieceId.of("d"));
        assertThat(one.answers().get(BEFORE.id())).as("the later answers hold").isEqualTo(later);
        assertThat(one.answers()).isEqualTo(other.and(twice).answers()).containsKey(AFTER.id());
        assertThat(one.consents()).as("both must consent").isFalse();
        assertThat(other.and(other.consenting(true)).consents()).isTrue();
        assertThat(twice.consents()).isFalse();
        assertThat(twice.consenting(true).consents()).isTrue();
        assertThat(twice.answers()).hasSize(2);
        assertThat(empty.answer(BEFORE, answers(8, Optional.empty()), true).refusals())
                .extracting("code")
                .containsExactly("survey-closed");
    }

    private static Answers answers(int day, Optional<GroupId> group) {
        return new Answers(at(day), group, Confidential.draftOf(ImmutableMap.of("x1", 3)));
    }
}
