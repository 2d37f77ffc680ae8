package org.peercircle.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.peercircle.id.PersonId;
import org.peercircle.id.StepId;
import org.peercircle.id.TopicId;

/** What becomes of an agenda once the meeting is under way. */
class RunningAgendaProperties {

    private static Agenda.Item item(Agenda.Kind kind, int minutes, int number) {
        PersonId person = PersonId.of("p" + number);
        return new Agenda.Item(
                kind,
                Duration.ofMinutes(minutes),
                Optional.of(person),
                kind == Agenda.Kind.CHECK_IN ? Optional.of(StepId.of("s" + number)) : Optional.empty(),
                kind == Agenda.Kind.TOPIC ? Optional.of(TopicId.of("t" + number)) : Optional.empty());
    }

    @Provide
    Arbitrary<Agenda> agendas() {
        return Combinators.combine(
                        Arbitraries.of(Agenda.Kind.class),
                        Arbitraries.integers().between(1, 40))
                .as((kind, minutes) -> item(kind, minutes, 0))
                .list()
                .ofMinSize(1)
                .ofMaxSize(10)
                .map(items -> {
                    List<Agenda.Item> numbered = new ArrayList<>();
                    for (int i = 0; i < items.size(); i++) {
                        numbered.add(item(
                                items.get(i).kind(), (int) items.get(i).length().toMinutes(), i));
                    }
                    return new Agenda(ImmutableList.copyOf(numbered), ImmutableList.of());
                });
    }

    private static List<Duration> spent(Agenda agenda, List<Integer> seconds) {
        return seconds.stream()
                .limit(agenda.items().size())
                .map(Duration::ofSeconds)
                .toList();
    }

    @Provide
    Arbitrary<List<Integer>> times() {
        return Arbitraries.integers().between(0, 4000).list().ofMaxSize(10);
    }

    @Property
    void N1_what_is_left_adds_up_again(@ForAll("agendas") Agenda agenda, @ForAll("times") List<Integer> times) {
        List<Duration> spent = spent(agenda, times);
        RunningAgenda now = agenda.after(spent);
        Duration used = spent.stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(used.plus(Agenda.lengthOf(now.rest())).plus(now.spare()).minus(now.overtime()))
                .isEqualTo(agenda.length());
        assertThat(now.spare().isZero() || now.overtime().isZero()).isTrue();
        assertThat(now.late())
                .isEqualTo(used.minus(Agenda.lengthOf(agenda.items().subList(0, spent.size()))));
        assertThat(now.rest()).allMatch(i -> !i.length().isZero() && !i.length().isNegative());
    }

    @Property
    void what_is_not_late_is_not_cut_and_what_is_cut_is_cut_in_the_right_order(
            @ForAll("agendas") Agenda agenda, @ForAll("times") List<Integer> times) {
        List<Duration> spent = spent(agenda, times);
        RunningAgenda now = agenda.after(spent);
        List<Agenda.Item> planned =
                agenda.items().subList(spent.size(), agenda.items().size());
        if (now.late().isNegative() || now.late().isZero()) {
            assertThat(now.rest()).isEqualTo(planned);
            assertThat(now.cuts()).isEmpty();
            return;
        }
        boolean open = now.rest().stream().anyMatch(i -> i.kind() == Agenda.Kind.OPEN);
        boolean topicsCut = now.cuts().stream().anyMatch(c -> c.planned().kind() == Agenda.Kind.TOPIC);
        assertThat(open && topicsCut && now.dropped().isEmpty())
                .as("a topic cut while there is open time")
                .isFalse();
        assertThat(now.cuts()).allMatch(c -> switch (c.planned().kind()) {
            case OPEN, TOPIC -> true;
            case CHECK_IN -> c.to().compareTo(Duration.ofMinutes(1)) >= 0;
            case WELCOME, OPENING_ROUND, AGREEMENT, FAREWELL, CELEBRATION, CLOSING_ROUND, COMMITMENTS -> false;
        });
        if (!now.overtime().isZero()) {
            assertThat(now.rest()).noneMatch(i -> i.kind() == Agenda.Kind.TOPIC || i.kind() == Agenda.Kind.OPEN);
            assertThat(now.rest().stream().filter(i -> i.kind() == Agenda.Kind.CHECK_IN))
                    .allMatch(i -> i.length().equals(Duration.ofMinutes(1)));
        }
        // Nobody is dropped while somebody after them is not.
        List<TopicId> kept =
                now.rest().stream().flatMap(i -> i.topic().stream()).toList();
        List<TopicId> all = planned.stream().flatMap(i -> i.topic().stream()).toList();
        assertThat(all.subList(0, kept.size())).isEqualTo(kept);
        assertThat(now.dropped()).isEqualTo(all.subList(kept.size(), all.size()));
    }

    @Example
    void a_late_start_costs_the_open_time_first_then_the_last_topic() {
        Agenda agenda = new Agenda(
                ImmutableList.of(
                        item(Agenda.Kind.WELCOME, 5, 0),
                        item(Agenda.Kind.TOPIC, 20, 1),
                        item(Agenda.Kind.TOPIC, 20, 2),
                        item(Agenda.Kind.OPEN, 10, 3),
                        item(Agenda.Kind.COMMITMENTS, 5, 4)),
                ImmutableList.of());
        RunningAgenda late = agenda.after(List.of(Duration.ofMinutes(20)));
        assertThat(late.late()).isEqualTo(Duration.ofMinutes(15));
        assertThat(late.cuts())
                .extracting(RunningAgenda.Cut::message)
                .containsExactly("Shorten the topic of p2 from 20 to 15 minutes.", "Skip the open time.");
        RunningAgenda later = agenda.after(List.of(Duration.ofMinutes(37)));
        assertThat(later.dropped()).containsExactly(TopicId.of("t2"));
        assertThat(later.cuts().get(later.cuts().size() - 2).message())
                .isEqualTo("Leave the topic of p2 for next time; it comes first.");
        assertThat(later.rest().get(0).length()).isEqualTo(Duration.ofMinutes(18));
        assertThat(agenda.after(List.of()).rest().stream()
                        .map(Agenda.Item::kind)
                        .collect(Collectors.toList()))
                .hasSize(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> agenda.after(List.of(Duration.ofMinutes(-1))))
                .withMessageContaining("spent");
        assertThatIllegalArgumentException().isThrownBy(() -> agenda.after(Collections.nCopies(6, Duration.ZERO)));
    }

    @Example
    void N2_a_check_in_shrinks_before_a_topic_is_dropped() {
        Agenda agenda = new Agenda(
                ImmutableList.of(
                        item(Agenda.Kind.WELCOME, 5, 0),
                        item(Agenda.Kind.CHECK_IN, 2, 1),
                        item(Agenda.Kind.TOPIC, 12, 2)),
                ImmutableList.of());
        RunningAgenda late = agenda.after(List.of(Duration.ofMinutes(8)));
        assertThat(late.rest()).extracting(i -> i.length().toMinutes()).containsExactly(1L, 10L);
        assertThat(late.cuts().get(0).message()).isEqualTo("Shorten the check-in of p1 from 2 to 1 minutes.");
    }
}
