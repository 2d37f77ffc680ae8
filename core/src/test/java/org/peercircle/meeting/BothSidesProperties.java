package org.peercircle.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.id.TopicId;

/** S3: both sides of mentoring even out by suggestion. */
class BothSidesProperties {

    private static final Instant THEN = Instant.EPOCH;

    private static List<PersonId> people(int count) {
        List<PersonId> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(PersonId.of("p" + i));
        }
        return people;
    }

    private static Meeting meeting(int number, PersonId bringer, PersonId helper, List<PersonId> there) {
        Map<PersonId, Attendance> attendance = new LinkedHashMap<>();
        there.forEach(p -> attendance.put(p, Attendance.PRESENT));
        TopicId topic = TopicId.of("t" + number);
        return Meeting.builder()
                .id(MeetingId.of("m" + number))
                .program(ProgramId.of("p"))
                .group(GroupId.of("g"))
                .on(LocalDate.of(2027, 1, 1).plusMonths(number))
                .time(new MeetingTime(LocalTime.NOON, Duration.ofMinutes(60), ZoneId.of("UTC")))
                .format(MeetingFormat.ROUNDTABLE)
                .state(Meeting.State.SCHEDULED)
                .build()
                .bring(new Topic(
                        topic,
                        bringer,
                        Confidential.draft("canary"),
                        KindOfHelp.ADVICE,
                        Duration.ofMinutes(20),
                        Urgency.NORMAL))
                .then(m -> m.hold(Minutes.moderatedBy(there.get(0), attendance), List.of(), bringer, THEN))
                .then(m -> m.conclude(topic, Topic.Outcome.HEARD, ImmutableSet.of(helper), bringer, THEN))
                .orElseThrow();
    }

    @Property
    void S3_who_is_turned_to_first_is_never_silent_for_long(
            @ForAll @IntRange(min = 3, max = 10) int members, @ForAll @IntRange(min = 20, max = 40) int months) {
        List<PersonId> people = people(members);
        List<Meeting> held = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            var suggestions = BothSides.of(people, held);
            PersonId bringer = first(suggestions, BothSides.Side.BRINGING).orElse(people.get(0));
            PersonId helper = suggestions.stream()
                    .filter(s ->
                            s.side() == BothSides.Side.HELPING && !s.person().equals(bringer))
                    .map(BothSides.Suggestion::person)
                    .findFirst()
                    .orElse(bringer.equals(people.get(1)) ? people.get(2) : people.get(1));
            held.add(meeting(month, bringer, helper, people));
            assertThat(BothSides.of(people, held)).allMatch(s -> s.meetings() <= 2 * members + 2);
        }
    }

    private static Optional<PersonId> first(List<BothSides.Suggestion> suggestions, BothSides.Side side) {
        return suggestions.stream()
                .filter(s -> s.side() == side)
                .map(BothSides.Suggestion::person)
                .findFirst();
    }

    @Property
    void nobody_is_named_for_a_meeting_they_were_not_at(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 4) Integer> bringers) {
        List<PersonId> people = people(6);
        PersonId away = people.get(5);
        List<Meeting> held = new ArrayList<>();
        for (int i = 0; i < bringers.size(); i++) {
            PersonId bringer = people.get(bringers.get(i));
            held.add(meeting(i, bringer, people.get((bringers.get(i) + 1) % 5), people.subList(0, 5)));
        }
        assertThat(BothSides.of(people, held)).noneMatch(s -> s.person().equals(away));
        assertThat(BothSides.of(people, held)).isSortedAccordingTo((a, b) -> b.meetings() - a.meetings());
    }

    @Example
    void S3_the_silent_are_named_to_the_moderator_and_nobody_is_scored() {
        List<PersonId> people = people(4);
        List<Meeting> held = List.of(
                meeting(0, people.get(0), people.get(1), people), meeting(1, people.get(0), people.get(1), people));
        assertThat(BothSides.of(people, held))
                .extracting(s -> s.message(PersonId::value))
                .containsExactly(
                        "p1 has brought nothing for 2 meetings. Ask whether there is something.",
                        "p2 has brought nothing for 2 meetings. Ask whether there is something.",
                        "p3 has brought nothing for 2 meetings. Ask whether there is something.",
                        "p0 has not been heard on others' topics for 2 meetings. Ask them first.",
                        "p2 has not been heard on others' topics for 2 meetings. Ask them first.",
                        "p3 has not been heard on others' topics for 2 meetings. Ask them first.");
        assertThat(BothSides.of(people, held.subList(0, 1))).isEmpty();
        Meeting silent =
                Meeting.builder().from(held.get(1)).topicEntries(List.of()).build();
        assertThat(BothSides.of(people, List.of(held.get(0), silent))).isEmpty();
    }
}
