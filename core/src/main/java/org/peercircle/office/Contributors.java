package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.peercircle.cohort.Cohort;
import org.peercircle.confidentiality.Disclosure;
import org.peercircle.confidentiality.Purpose;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.Viewer;
import org.peercircle.confidentiality.World;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.group.Membership;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.PersonId;
import org.peercircle.meeting.Attendance;
import org.peercircle.meeting.Meeting;
import org.peercircle.meeting.Topic;
import org.peercircle.meeting.TopicEntry;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.people.Affiliation;
import org.peercircle.people.Participant;
import org.peercircle.plan.ActionPlan;
import org.peercircle.report.Contributor;
import org.peercircle.report.ReportKind;

/**
 * Who is counted in a cohort's reports, and in which category: everybody who was ever in one of its groups and is registered
 * still. What somebody keeps to themselves, or what is too old to be read, is not counted.
 */
final class Contributors {

    private static final String NO_UNIT = "no unit";

    private final Backstage backstage;
    private final Work work;
    private final Cohort cohort;
    private final Viewer engine = Custody.engine(Purpose.REPORT);
    private final ImmutableList<PeerGroup> groups;

    Contributors(Backstage backstage, Work work, Cohort cohort) {
        this.backstage = backstage;
        this.work = work;
        this.cohort = cohort;
        this.groups = work.children(AggregateKind.GROUP, cohort.id());
    }

    ImmutableList<Contributor> of(ReportKind kind) {
        ImmutableSetMultimap<PersonId, String> known = groupsOfEach();
        ImmutableMap<PersonId, ImmutableList<String>> units =
                units(work.findAll(AggregateKind.PARTICIPANT, known.keySet()).values(), work.today());
        Map<PersonId, String> categories = new LinkedHashMap<>();
        for (PeerGroup group : groups) {
            categories(kind, group)
                    .forEach((person, category) ->
                            categories.merge(person, category, (one, other) -> better(kind, one, other)));
        }
        ImmutableList<PersonId> order = cohort.enrollments().keySet().asList();
        ImmutableList.Builder<Contributor> all = ImmutableList.builder();
        // Whoever enrolls keeps their position for good, so it tells them from others without naming them.
        for (int number = 0; number < order.size(); number++) {
            PersonId person = order.get(number);
            ImmutableList<String> unit = units.get(person);
            if (unit != null) {
                all.add(new Contributor(
                        number, unit, known.get(person), kind.category(categories.getOrDefault(person, first(kind)))));
            }
        }
        return all.build();
    }

    /** Where each person belongs, the first of several: to a school, if anybody does, and a department. */
    static ImmutableMap<PersonId, ImmutableList<String>> units(Collection<Participant> people, LocalDate today) {
        boolean hasSchools = people.stream()
                .anyMatch(p -> !p.units(Affiliation.Kind.SCHOOL, today).isEmpty());
        ImmutableList<Affiliation.Kind> kinds = hasSchools
                ? ImmutableList.of(Affiliation.Kind.SCHOOL, Affiliation.Kind.DEPARTMENT)
                : ImmutableList.of(Affiliation.Kind.DEPARTMENT);
        return people.stream()
                .collect(ImmutableMap.toImmutableMap(
                        Participant::id,
                        person -> kinds.stream()
                                .map(kind -> person.units(kind, today).stream()
                                        .findFirst()
                                        .orElse(NO_UNIT))
                                .collect(ImmutableList.toImmutableList())));
    }

    private ImmutableSetMultimap<PersonId, String> groupsOfEach() {
        ImmutableSetMultimap.Builder<PersonId, String> all = ImmutableSetMultimap.builder();
        for (PeerGroup group : groups) {
            group.memberships()
                    .forEach(stay -> all.put(stay.person(), group.id().value()));
        }
        return all.build();
    }

    private Map<PersonId, String> categories(ReportKind kind, PeerGroup group) {
        work.fetch(group.id(), AggregateKind.MEETING, AggregateKind.RELEASE, AggregateKind.PLAN);
        ImmutableList<Meeting> meetings = Worlds.meetings(work, group);
        Map<PersonId, String> categories = new LinkedHashMap<>();
        switch (kind) {
            case PLANS -> {
                World world = Worlds.withoutBars(work, group, meetings);
                for (ActionPlan plan : work.children(AggregateKind.PLAN, group.id())) {
                    categoryOf(plan, world)
                            .ifPresent(c -> categories.merge(plan.owner(), c, (x, y) -> better(kind, x, y)));
                }
            }
            case TOPICS -> {
                World world = Worlds.withoutBars(work, group, meetings);
                for (Meeting meeting : meetings) {
                    for (Topic topic : meeting.topics()) {
                        categoryOf(topic, meeting, world)
                                .ifPresent(c -> categories.merge(topic.by(), c, (x, y) -> better(kind, x, y)));
                    }
                }
            }
            case ATTENDANCE ->
                group.memberships().stream()
                        .map(Membership::person)
                        .distinct()
                        .forEach(person -> attendance(person, meetings).ifPresent(c -> categories.put(person, c)));
        }
        return categories;
    }

    private Optional<String> categoryOf(ActionPlan plan, World world) {
        boolean isPast = backstage.repository().pieces(AggregateKind.PLAN, plan).stream()
                .allMatch(piece -> world.isPast(piece.json()));
        if (isPast || !mayCount(plan.tag(), world)) {
            return Optional.empty();
        }
        return switch (plan.state()) {
            case DRAFT -> Optional.empty();
            case ACTIVE, PAUSED, SET_ASIDE -> Optional.of("no goal reached yet");
            case ACHIEVED -> Optional.of("a goal reached");
        };
    }

    private Optional<String> categoryOf(Topic topic, Meeting meeting, World world) {
        if (world.isPast(topic.title()) || !mayCount(topic.title().tag(), world)) {
            return Optional.empty();
        }
        return meeting.entryOf(topic.id()).map(TopicEntry::outcome).flatMap(outcome -> switch (outcome) {
            case PLAN -> Optional.of("left with a plan");
            case ADVICE_TAKEN -> Optional.of("took advice along");
            case HEARD -> Optional.of("was heard");
            case CARRIED_OVER -> Optional.empty();
        });
    }

    private static Optional<String> attendance(PersonId person, ImmutableList<Meeting> meetings) {
        List<Attendance> recorded = meetings.stream()
                .flatMap(meeting -> Stream.ofNullable(meeting.attendance().get(person)))
                .toList();
        long there = recorded.stream().filter(Attendance::wasThere).count();
        if (recorded.isEmpty()) {
            return Optional.empty();
        }
        if (2 * there < recorded.size()) {
            return Optional.of("at fewer than half");
        }
        return Optional.of(there == recorded.size() ? "at all" : "at half or more");
    }

    private boolean mayCount(Tag tag, World world) {
        return Disclosure.decide(engine, tag.outcome(), world).isPermit();
    }

    /** Of two categories the later one: who did more is counted where they did. */
    private static String better(ReportKind kind, String one, String other) {
        ImmutableList<ImmutableList<String>> order = kind.categories().categories();
        return order.indexOf(kind.category(one)) >= order.indexOf(kind.category(other)) ? one : other;
    }

    private static String first(ReportKind kind) {
        return kind.categories().categories().get(0).get(1);
    }
}
