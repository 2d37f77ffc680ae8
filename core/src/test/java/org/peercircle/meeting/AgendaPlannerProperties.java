package org.peercircle.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.peercircle.decision.Decision;
import org.peercircle.id.PersonId;
import org.peercircle.id.StepId;
import org.peercircle.id.TopicId;

/** Laws N1, N2, N4, and the order in which topics come. */
class AgendaPlannerProperties {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 18);

    @Provide
    Arbitrary<AgendaRequest> requests() {
        Arbitrary<PersonId> people = Arbitraries.integers().between(0, 9).map(i -> PersonId.of("p" + i));
        Arbitrary<AgendaRequest.OpenStep> steps = Combinators.combine(
                        Arbitraries.integers().between(0, 99),
                        people,
                        Arbitraries.integers().between(-40, 40))
                .as((id, owner, days) -> new AgendaRequest.OpenStep(StepId.of("s" + id), owner, DAY.plusDays(days)));
        Arbitrary<AgendaRequest.TopicRequest> topics = Combinators.combine(
                        Arbitraries.integers().between(0, 99),
                        people,
                        Arbitraries.integers().between(5, 60),
                        Arbitraries.of(Urgency.class),
                        Arbitraries.integers().between(0, 3))
                .as((id, by, minutes, urgency, waited) -> new AgendaRequest.TopicRequest(
                        TopicId.of("t" + id), by, Duration.ofMinutes(minutes), urgency, waited));
        return Combinators.combine(
                        Arbitraries.integers().between(15, 150),
                        people.set().ofMinSize(1),
                        steps.list().ofMaxSize(30).uniqueElements(AgendaRequest.OpenStep::step),
                        topics.list().ofMaxSize(8).uniqueElements(AgendaRequest.TopicRequest::topic),
                        Arbitraries.of(MeetingFormat.ROUNDTABLE, MeetingFormat.REHEARSAL))
                .as((minutes, attending, open, asked, format) -> request(minutes, attending, open, asked, format));
    }

    private static AgendaRequest request(
            int minutes,
            Set<PersonId> attending,
            List<AgendaRequest.OpenStep> steps,
            List<AgendaRequest.TopicRequest> topics,
            MeetingFormat format) {
        return AgendaRequest.builder()
                .on(DAY)
                .length(Duration.ofMinutes(minutes))
                .format(format)
                .attending(attending)
                .steps(steps)
                .topics(topics)
                .build();
    }

    @Property
    void N1_the_boxes_add_up_to_the_meeting(@ForAll("requests") AgendaRequest request) {
        Decision<Agenda> agenda = AgendaPlanner.plan(request);
        if (agenda.isAccepted()) {
            assertThat(agenda.orElseThrow().length()).isEqualTo(request.length());
            assertThat(agenda.orElseThrow().items())
                    .allMatch(item -> item.length().toMinutes() > 0);
        } else {
            assertThat(agenda.refusals())
                    .singleElement()
                    .isInstanceOfSatisfying(MeetingRefusal.AgendaTooLong.class, tooLong -> {
                        AgendaRequest longer = request(
                                tooLong.needed(),
                                request.attending(),
                                request.steps(),
                                request.topics(),
                                request.format());
                        assertThat(AgendaPlanner.plan(longer).isAccepted()).isTrue();
                    });
        }
    }

    @Property
    void N2_every_due_step_of_someone_there_has_a_check_in(@ForAll("requests") AgendaRequest request) {
        Decision<Agenda> agenda = AgendaPlanner.plan(request);
        if (agenda.isAccepted()) {
            Set<StepId> due = request.steps().stream()
                    .filter(s -> !s.due().isAfter(DAY) && request.attending().contains(s.owner()))
                    .map(AgendaRequest.OpenStep::step)
                    .collect(Collectors.toSet());
            assertThat(agenda.orElseThrow().items().stream().flatMap(i -> i.step().stream()))
                    .containsExactlyInAnyOrderElementsOf(due);
        }
    }

    @Property
    void N3_who_waited_longest_comes_first_and_nobody_is_lost(@ForAll("requests") AgendaRequest request) {
        Decision<Agenda> agenda = AgendaPlanner.plan(request);
        if (agenda.isAccepted()) {
            List<TopicId> all = new ArrayList<>(agenda.orElseThrow().items().stream()
                    .flatMap(i -> i.topic().stream())
                    .toList());
            all.addAll(agenda.orElseThrow().carriedOver());
            List<Integer> waits = all.stream()
                    .map(id -> request.topics().stream()
                            .filter(t -> t.topic().equals(id))
                            .findFirst()
                            .orElseThrow()
                            .meetingsWaited())
                    .toList();
            assertThat(waits).isSortedAccordingTo(Collections.reverseOrder());
            assertThat(all)
                    .containsExactlyInAnyOrderElementsOf(request.topics().stream()
                            .filter(t -> request.attending().contains(t.by()))
                            .map(AgendaRequest.TopicRequest::topic)
                            .toList());
        }
    }

    @Property
    void N4_the_same_request_in_any_order_gives_the_same_agenda(
            @ForAll("requests") AgendaRequest request, @ForAll @IntRange(max = 1000) int seed) {
        List<AgendaRequest.OpenStep> steps = new ArrayList<>(request.steps());
        List<AgendaRequest.TopicRequest> topics = new ArrayList<>(request.topics());
        Collections.shuffle(steps, new Random(seed));
        Collections.shuffle(topics, new Random(seed));
        AgendaRequest shuffled =
                request((int) request.length().toMinutes(), request.attending(), steps, topics, request.format());
        assertThat(AgendaPlanner.plan(shuffled)).isEqualTo(AgendaPlanner.plan(request));
    }

    @Example
    void S12_a_due_step_comes_back_by_itself_and_shrinks_before_a_topic_is_lost() {
        PersonId ada = PersonId.of("ada");
        List<AgendaRequest.OpenStep> steps = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            steps.add(new AgendaRequest.OpenStep(StepId.of("s" + i), ada, DAY));
        }
        var topic = new AgendaRequest.TopicRequest(TopicId.of("t"), ada, Duration.ofMinutes(20), Urgency.NORMAL, 0);
        Agenda agenda = AgendaPlanner.plan(request(30, Set.of(ada), steps, List.of(topic), MeetingFormat.ROUNDTABLE))
                .orElseThrow();
        assertThat(agenda.items().stream().filter(i -> i.kind() == Agenda.Kind.CHECK_IN))
                .hasSize(8)
                .allMatch(i -> i.length().equals(Duration.ofMinutes(1)));
        assertThat(agenda.items().stream().filter(i -> i.kind() == Agenda.Kind.TOPIC))
                .singleElement()
                .matches(i -> i.length().equals(Duration.ofMinutes(16)))
                .matches(i -> i.person().equals(Optional.of(ada)));
    }
}
