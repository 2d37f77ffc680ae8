package org.peercircle.meeting;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.peercircle.decision.Decision;
import org.peercircle.id.PersonId;
import org.peercircle.id.TopicId;
import org.peercircle.meeting.Agenda.Item;
import org.peercircle.meeting.AgendaRequest.OpenStep;
import org.peercircle.meeting.AgendaRequest.TopicRequest;

/**
 * Plans a meeting's minutes. Every due step whose owner is expected gets a check-in (law N2): two minutes, or one where
 * two do not fit. Whoever takes leave gets a farewell of five. The rest goes to topics, those that waited longest first, then the most urgent; a topic that does not
 * fit comes first next time. The boxes add up to the meeting's length (law N1), and the same request gives the same
 * agenda (law N4). Cost: linear in steps and topics, but for sorting them.
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
        int people = request.attending().size();
        int fixed = request.format().segments().stream()
                        .filter(s -> isFixed(s.kind()))
                        .mapToInt(s -> s.minutesFor(people))
                        .sum()
                + leaving(request).size() * FAREWELL_MINUTES;
        int minutes = (int) request.length().toMinutes();
        int perCheckIn = fixed + due.size() * CHECK_IN_MINUTES + reserve(request) <= minutes ? CHECK_IN_MINUTES : 1;
        int left = minutes - fixed - due.size() * perCheckIn;
        if (left < 0) {
            return Decision.refuse(new MeetingRefusal.AgendaTooLong(minutes, minutes - left, due.size()));
        }
        return Decision.accept(boxes(request, due, perCheckIn, left));
    }

    private static boolean isFixed(MeetingFormat.Kind kind) {
        return switch (kind) {
            case WELCOME, CELEBRATION, COMMITMENTS -> true;
            case CHECK_INS, CORE -> false;
        };
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
        List<TopicRequest> waiting = request.topics().stream()
                .filter(t -> request.attending().contains(t.by()))
                .sorted(LONGEST_WAIT_FIRST)
                .toList();
        List<Item> core = topicBoxes(waiting, left);
        ImmutableList.Builder<Item> items = ImmutableList.builder();
        int people = request.attending().size();
        for (MeetingFormat.Segment segment : request.format().segments()) {
            switch (segment.kind()) {
                case WELCOME -> items.add(Item.of(Agenda.Kind.WELCOME, segment.minutesFor(people)));
                case COMMITMENTS -> items.add(Item.of(Agenda.Kind.COMMITMENTS, segment.minutesFor(people)));
                case CELEBRATION -> items.add(Item.of(Agenda.Kind.CELEBRATION, segment.minutesFor(people)));
                case CHECK_INS -> due.forEach(step -> items.add(Item.checkIn(step, perCheckIn)));
                case CORE -> {
                    items.addAll(core);
                    leaving(request).forEach(leaver -> items.add(Item.farewell(leaver, FAREWELL_MINUTES)));
                }
            }
        }
        long placed =
                core.stream().filter(item -> item.kind() == Agenda.Kind.TOPIC).count();
        ImmutableList<TopicId> carried =
                waiting.stream().skip(placed).map(TopicRequest::topic).collect(ImmutableList.toImmutableList());
        return new Agenda(items.build(), carried);
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
