package org.peercircle.meeting;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    void C15_a_members_hidden_topics_are_open_time_as_if_they_had_not_been_brought(
            @ForAll("requests") AgendaRequest request) {
        Decision<Agenda> planned = AgendaPlanner.plan(request);
        if (planned.isAccepted()) {
            Agenda agenda = planned.orElseThrow();
            Set<StepId> steps =
                    request.steps().stream().map(AgendaRequest.OpenStep::step).collect(Collectors.toSet());
            List<AgendaRequest.TopicRequest> known = request.topics().stream()
                    .filter(t -> t.by().hashCode() % 2 == 0)
                    .toList();
            Set<TopicId> topics =
                    known.stream().map(AgendaRequest.TopicRequest::topic).collect(Collectors.toSet());
            Agenda shown = agenda.showing(topics, steps);
            assertThat(shown.length()).isEqualTo(agenda.length());
            assertThat(topics).containsAll(shown.topics()).containsAll(shown.carriedOver());
            if (!known.isEmpty() && allFit(agenda, request)) {
                assertThat(shown)
                        .isEqualTo(AgendaPlanner.plan(request(
                                        (int) request.length().toMinutes(),
                                        request.attending(),
                                        request.steps(),
                                        known,
                                        request.format()))
                                .orElseThrow());
            }
        }
    }

    private static boolean allFit(Agenda agenda, AgendaRequest request) {
        return request.topics().stream()
                .filter(t -> request.attending().contains(t.by()))
                .allMatch(t -> agenda.items().stream()
                        .anyMatch(i -> i.topic().equals(Optional.of(t.topic()))
                                && i.length().equals(t.asked())));
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

    /** Years of meetings to which everybody keeps bringing topics, of any length and urgency, and some stay away. */
    @Property
    void N3_nobody_who_asked_waits_more_than_members_by_topics_a_meeting(
            @ForAll @IntRange(min = 2, max = 10) int members,
            @ForAll @IntRange(min = 30, max = 120) int minutes,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<PersonId> people = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            people.add(PersonId.of("p" + i));
        }
        Map<TopicId, Integer> brought = new LinkedHashMap<>();
        Map<TopicId, AgendaRequest.TopicRequest> open = new LinkedHashMap<>();
        Map<PersonId, Integer> lastHeard = new HashMap<>();
        Map<PersonId, Integer> asking = new HashMap<>();
        Map<PersonId, Integer> waited = new HashMap<>();
        int fewest = Integer.MAX_VALUE;
        int longest = 0;
        int names = 0;
        for (int meeting = 0; meeting < 40; meeting++) {
            for (PersonId person : people) {
                if (random.nextInt(3) > 0) {
                    TopicId id = TopicId.of("t" + names++);
                    Urgency urgency = Urgency.values()[random.nextInt(3)];
                    Duration asked = Duration.ofMinutes(5 + random.nextInt(21));
                    brought.put(id, meeting);
                    open.put(id, new AgendaRequest.TopicRequest(id, person, asked, urgency, 0));
                    asking.putIfAbsent(person, meeting);
                }
            }
            List<AgendaRequest.TopicRequest> requests = new ArrayList<>();
            for (AgendaRequest.TopicRequest topic : open.values()) {
                int since =
                        Math.max(brought.getOrDefault(topic.topic(), 0), lastHeard.getOrDefault(topic.by(), -1) + 1);
                requests.add(new AgendaRequest.TopicRequest(
                        topic.topic(), topic.by(), topic.asked(), topic.urgency(), meeting - since));
            }
            Set<PersonId> there =
                    people.stream().filter(p -> random.nextInt(4) > 0).collect(Collectors.toSet());
            if (there.isEmpty()) {
                continue;
            }
            Agenda agenda = AgendaPlanner.plan(request(minutes, there, List.of(), requests, MeetingFormat.ROUNDTABLE))
                    .orElseThrow();
            Set<TopicId> reached = agenda.topics();
            boolean someoneLeft =
                    requests.stream().anyMatch(t -> there.contains(t.by()) && !reached.contains(t.topic()));
            if (someoneLeft) {
                fewest = Math.min(fewest, reached.size());
            }
            for (PersonId person : there) {
                if (asking.containsKey(person)) {
                    waited.merge(person, 1, Integer::sum);
                }
            }
            for (TopicId topic : reached) {
                PersonId owner = requireNonNull(open.remove(topic)).by();
                lastHeard.put(owner, meeting);
                longest = Math.max(longest, waited.getOrDefault(owner, 0));
                waited.remove(owner);
                asking.remove(owner);
            }
            int now = meeting;
            open.values().forEach(t -> asking.putIfAbsent(t.by(), now));
            for (int wait : waited.values()) {
                longest = Math.max(longest, wait);
            }
        }
        if (fewest > 0 && fewest < Integer.MAX_VALUE) {
            assertThat(longest).isLessThanOrEqualTo((members + fewest - 1) / fewest);
        }
    }

    @Property
    void N3_nobody_s_second_topic_comes_before_another_s_first(@ForAll("requests") AgendaRequest request) {
        Decision<Agenda> agenda = AgendaPlanner.plan(request);
        if (agenda.isAccepted()) {
            List<PersonId> owners = agenda.orElseThrow().items().stream()
                    .filter(i -> i.topic().isPresent())
                    .map(i -> i.person().orElseThrow())
                    .toList();
            long asking = request.topics().stream()
                    .map(AgendaRequest.TopicRequest::by)
                    .filter(request.attending()::contains)
                    .distinct()
                    .count();
            assertThat(owners.stream().limit(asking)).doesNotHaveDuplicates();
        }
    }

    @Property
    void the_group_can_put_a_topic_first_all_the_same(
            @ForAll("requests") AgendaRequest request, @ForAll @IntRange(max = 7) int which) {
        List<AgendaRequest.TopicRequest> there = request.topics().stream()
                .filter(t -> request.attending().contains(t.by()))
                .toList();
        if (there.isEmpty()) {
            return;
        }
        TopicId chosen = there.get(which % there.size()).topic();
        Decision<Agenda> agenda = AgendaPlanner.plan(
                AgendaRequest.builder().from(request).putFirst(chosen).build());
        if (agenda.isAccepted()) {
            List<TopicId> order = new ArrayList<>(agenda.orElseThrow().topics());
            order.addAll(agenda.orElseThrow().carriedOver());
            assertThat(order.get(0)).isEqualTo(chosen);
        }
    }

    @Property
    void N3_of_each_member_s_first_topics_who_waited_longest_comes_first_and_nobody_is_lost(
            @ForAll("requests") AgendaRequest request) {
        Decision<Agenda> agenda = AgendaPlanner.plan(request);
        if (agenda.isAccepted()) {
            List<TopicId> all = new ArrayList<>(agenda.orElseThrow().items().stream()
                    .flatMap(i -> i.topic().stream())
                    .toList());
            all.addAll(agenda.orElseThrow().carriedOver());
            assertThat(all)
                    .containsExactlyInAnyOrderElementsOf(request.topics().stream()
                            .map(AgendaRequest.TopicRequest::topic)
                            .toList());
            Set<PersonId> seen = new HashSet<>();
            List<Integer> waits = agenda.orElseThrow().items().stream()
                    .filter(i -> i.topic().isPresent() && seen.add(i.person().orElseThrow()))
                    .map(i -> i.topic().orElseThrow())
                    .map(id -> request.topics().stream()
                            .filter(t -> t.topic().equals(id))
                            .findFirst()
                            .orElseThrow()
                            .meetingsWaited())
                    .toList();
            assertThat(waits).isSortedAccordingTo(Collections.reverseOrder());
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
