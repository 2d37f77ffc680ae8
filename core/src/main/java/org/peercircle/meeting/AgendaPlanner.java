package org.peercircle.meeting;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peercircle.decision.Decision;
import org.peercircle.id.PersonId;
import org.peercircle.id.TopicId;
import org.peercircle.meeting.Agenda.Item;
import org.peercircle.meeting.AgendaRequest.OpenStep;
import org.peercircle.meeting.AgendaRequest.TopicRequest;

/**
 * Plans a meeting's minutes. Every due step whose owner is expected gets a check-in (law N2): two minutes, or one where
 * two do not fit. Whoever takes leave gets a farewell of five. The rest goes to topics, in this order: one a member
 * before anybody's second; whoever has waited longest; the more urgent. A topic that does not fit is carried over, and so
 * is one whose owner is not expected. The boxes add up to the meeting's length (law N1), and the same request gives the
 * same agenda (law N4).
 *
 * <p>Nobody starves (law N3): who waits is overtaken by nobody who asked later or was heard since, so where each meeting
 * reaches t topics, one of theirs is reached within ⌈members ÷ t⌉ meetings. Only the group itself can put a topic before
 * that ({@link AgendaRequest#putFirst}).
 *
 * <p>Cost: linear in steps and topics, but for sorting them.
 */
public final class AgendaPlanner {

    private static final int CHECK_IN_MINUTES = 2;
    private static final int SHORTEST_TOPIC_MINUTES = 10;
    private static final int FAREWELL_MINUTES = 5;

    private static final Comparator<TopicRequest> LONGEST_WAIT_FIRST = Comparator.comparingInt(
                    (TopicRequest t) -> -t.meetingsWaited())
            .thenComparing(TopicRequest::urgency, Comparator.reverseOrder())
            .thenComparing(TopicRequest::topic);

    private AgendaPlanner() {}

    /** Returns the agenda, or a refusal with the ways out where not even one minute a check-in fits. */
    public static Decision<Agenda> plan(AgendaRequest request) {
        ImmutableList<OpenStep> due = request.steps().stream()
                .filter(s ->
                        !s.due().isAfter(request.on()) && request.attending().contains(s.owner()))
                .sorted(Comparator.comparing(OpenStep::due).thenComparing(OpenStep::step))
                .collect(ImmutableList.toImmutableList());
        int fixed = request.format().fixedMinutesFor(request.attending().size())
                + leaving(request).size() * FAREWELL_MINUTES;
        int minutes = (int) request.length().toMinutes();
        int perCheckIn = fixed + due.size() * CHECK_IN_MINUTES + reserve(request) <= minutes ? CHECK_IN_MINUTES : 1;
        int left = minutes - fixed - due.size() * perCheckIn;
        if (left < 0) {
            return Decision.refuse(new MeetingRefusal.AgendaTooLong(minutes, minutes - left, due.size()));
        }
        return Decision.accept(boxes(request, due, perCheckIn, left));
    }

    private static List<PersonId> leaving(AgendaRequest request) {
        return request.leaving().stream()
                .filter(request.attending()::contains)
                .sorted()
                .toList();
    }

    /** Check-ins shrink before the first topic is lost. */
    private static int reserve(AgendaRequest request) {
        return request.topics().isEmpty() ? 0 : SHORTEST_TOPIC_MINUTES;
    }

    private static Agenda boxes(AgendaRequest request, ImmutableList<OpenStep> due, int perCheckIn, int left) {
        List<TopicRequest> waiting = inOrder(request);
        List<Item> core = topicBoxes(waiting, left);
        boolean hasCheckIns =
                request.format().segments().stream().anyMatch(s -> s.kind() == MeetingFormat.Kind.CHECK_INS);
        ImmutableList<Integer> minutes =
                request.format().minutesFor(request.attending().size());
        ImmutableList.Builder<Item> items = ImmutableList.builder();
        for (int i = 0; i < minutes.size(); i++) {
            switch (request.format().segments().get(i).kind()) {
                case WELCOME -> add(items, Agenda.Kind.WELCOME, minutes.get(i));
                case OPENING_ROUND -> add(items, Agenda.Kind.OPENING_ROUND, minutes.get(i));
                case AGREEMENT -> add(items, Agenda.Kind.AGREEMENT, minutes.get(i));
                case CELEBRATION -> add(items, Agenda.Kind.CELEBRATION, minutes.get(i));
                case CLOSING_ROUND -> add(items, Agenda.Kind.CLOSING_ROUND, minutes.get(i));
                case COMMITMENTS -> add(items, Agenda.Kind.COMMITMENTS, minutes.get(i));
                case CHECK_INS -> due.forEach(step -> items.add(Item.checkIn(step, perCheckIn)));
                case CORE -> {
                    if (!hasCheckIns) {
                        due.forEach(step -> items.add(Item.checkIn(step, perCheckIn)));
                    }
                    items.addAll(core);
                    leaving(request).forEach(leaver -> items.add(Item.farewell(leaver, FAREWELL_MINUTES)));
                }
            }
        }
        long placed =
                core.stream().filter(item -> item.kind() == Agenda.Kind.TOPIC).count();
        List<TopicId> carried = new ArrayList<>();
        waiting.stream().skip(placed).map(TopicRequest::topic).forEach(carried::add);
        request.topics().stream()
                .filter(t -> !request.attending().contains(t.by()))
                .map(TopicRequest::topic)
                .sorted()
                .forEach(carried::add);
        return new Agenda(items.build(), ImmutableList.copyOf(carried));
    }

    private static void add(ImmutableList.Builder<Item> items, Agenda.Kind kind, int minutes) {
        if (minutes > 0) {
            items.add(Item.of(kind, minutes));
        }
    }

    /** The topics of those expected: each member's first before anybody's second. */
    private static List<TopicRequest> inOrder(AgendaRequest request) {
        List<TopicRequest> byWait = request.topics().stream()
                .filter(t -> request.attending().contains(t.by()))
                .sorted(LONGEST_WAIT_FIRST)
                .toList();
        Map<PersonId, Integer> seen = new HashMap<>();
        Map<TopicId, Integer> ofOwner = new HashMap<>();
        byWait.forEach(t -> ofOwner.put(t.topic(), seen.merge(t.by(), 1, Integer::sum)));
        return byWait.stream()
                .sorted(Comparator.comparing(
                                (TopicRequest t) -> !request.putFirst().equals(Optional.of(t.topic())))
                        .thenComparing(t -> ofOwner.getOrDefault(t.topic(), 0)))
                .toList();
    }

    /** Gives each topic what it asked for while that fits; a last one takes what is left if that is worth a start. */
    private static List<Item> topicBoxes(List<TopicRequest> waiting, int minutes) {
        List<Item> boxes = new ArrayList<>();
        int left = minutes;
        for (TopicRequest topic : waiting) {
            int asked = (int) topic.asked().toMinutes();
            if (left < Math.min(asked, SHORTEST_TOPIC_MINUTES)) {
                break;
            }
            int given = Math.min(asked, left);
            boxes.add(Item.topic(topic, given));
            left -= given;
        }
        if (left > 0) {
            boxes.add(Item.of(Agenda.Kind.OPEN, left));
        }
        return boxes;
    }
}
