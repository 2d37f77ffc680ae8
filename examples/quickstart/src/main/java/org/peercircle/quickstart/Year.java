package org.peercircle.quickstart;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Maps;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.formation.Effort;
import org.peercircle.formation.FormationProgress;
import org.peercircle.formation.GroupFormer;
import org.peercircle.formation.Must;
import org.peercircle.formation.Preference;
import org.peercircle.group.CharterPreset;
import org.peercircle.group.CharterSettings;
import org.peercircle.group.CharterTerms;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.IdSource;
import org.peercircle.id.PersonId;
import org.peercircle.meeting.Cadence;
import org.peercircle.meeting.MeetingTime;
import org.peercircle.moderation.MeetingRole;
import org.peercircle.moderation.ModerationRule;
import org.peercircle.moderation.Turn;
import org.peercircle.office.Actor;
import org.peercircle.office.CohortTerms;
import org.peercircle.office.CohortView;
import org.peercircle.office.Desk;
import org.peercircle.office.FormationProposal;
import org.peercircle.office.FormationRules;
import org.peercircle.office.Founding;
import org.peercircle.office.MeetingView;
import org.peercircle.office.PeerOffice;
import org.peercircle.office.PersonView;
import org.peercircle.people.Availability;
import org.peercircle.people.CommonSlots;
import org.peercircle.people.WeeklySlot;
import org.peercircle.report.ReportKind;

/** A coordinator's year: enroll, form, found, plan, and play one group's meetings through. */
final class Year {

    static final int MEETINGS = 12;

    private static final Duration LENGTH = Duration.ofMinutes(90);
    private static final PersonId COORDINATOR = PersonId.of("office:coordinator");
    private static final List<String> NAMES = List.of(
            "Aurora", "Birch", "Cedar", "Delta", "Ember", "Fern", "Garnet", "Harbor", "Iris", "Juniper", "Kestrel",
            "Lumen", "Maple", "Nimbus", "Orchid", "Pine", "Quartz", "River", "Sage", "Terra", "Umber", "Violet",
            "Willow", "Xenia", "Yarrow", "Zephyr");

    private final Roster roster;
    private final long seed;
    private final long moves;
    private final LocalDate start;
    private final int late;
    private final Consumer<String> say;
    private final Consumer<FormationProgress> progress;
    private final SettableClock clock;
    private final PeerOffice office;
    private final Desk desk;
    private final Map<PersonId, Availability> availability = new LinkedHashMap<>();

    Year(
            Roster roster,
            long seed,
            long moves,
            LocalDate start,
            int late,
            Storage storage,
            Consumer<String> say,
            Consumer<FormationProgress> progress) {
        this.roster = roster;
        this.seed = seed;
        this.moves = moves;
        this.start = start;
        this.late = Math.min(late, Math.max(0, roster.entries().size() - 2 * GroupSizing.PEER_PROBLEM_SOLVING.min()));
        this.say = say;
        this.progress = progress;
        this.clock = new SettableClock(
                start.minusDays(30).atStartOfDay(ZoneOffset.UTC).toInstant());
        this.office = PeerOffice.of(storage.program(), storage.repository(), clock, IdSource.counting("q"));
        this.desk = office.as(Actor.coordinator(COORDINATOR));
        roster.entries()
                .forEach(e -> e.participant()
                        .availability()
                        .ifPresent(a -> availability.put(e.participant().id(), a)));
    }

    YearReport run() {
        register();
        CohortTerms terms =
                new CohortTerms("Quickstart cohort", roster.eligibility(), GroupSizing.PEER_PROBLEM_SOLVING);
        CohortId cohort = desk.cohorts().open(terms).orElseThrow().id();
        int inTime = roster.entries().size() - late;
        ImmutableList<String> notEnrolled = enroll(cohort, roster.entries().subList(0, inTime));
        CohortView forming = desk.cohorts().startForming(cohort).orElseThrow();
        say.accept("Enrolled " + forming.enrolled().size() + ". Group sizes: "
                + forming.sizePlan().sizes() + ".");
        forming.sizePlan().waysOut().forEach(way -> say.accept("  " + way.message()));
        FormationProposal proposal = propose(cohort);
        List<Founding> foundings = foundings(proposal);
        clock.moveTo(start.atStartOfDay(ZoneOffset.UTC).toInstant());
        ImmutableList<GroupId> ids = desk.cohorts().found(cohort, foundings).orElseThrow();
        ids.forEach(id -> desk.meetings().schedule(id, start, MEETINGS).orElseThrow());
        say.accept("Founded " + ids.size() + " groups, each with a charter and " + MEETINGS + " meetings.");
        enroll(cohort, roster.entries().subList(inTime, roster.entries().size()));
        Gatherings gatherings = new Gatherings(office, desk, clock);
        ids.forEach(gatherings::acknowledge);
        StoryOfAPlan plan = new StoryOfAPlan(gatherings, desk, clock, ids.get(0));
        LifeOfGroups life = new LifeOfGroups(gatherings, desk, clock, plan, rules(), cohort, ids);
        YearReport.Story story = new StoryOfAGroup(
                        gatherings,
                        desk,
                        plan,
                        rules(),
                        canCome(foundings.get(0).charter().settings()),
                        life::othersMeet)
                .play(ids.get(0));
        life.restOfTheYear(MEETINGS);
        return new YearReport(
                seed,
                roster.entries().size(),
                notEnrolled,
                people(),
                proposal,
                groupYears(ids, foundings),
                desk.cohorts().view(cohort).orElseThrow().waiting(),
                story,
                plan.report(new StoryOfAPlan.Others(
                        story.leaver(),
                        story.newcomer(),
                        supervisorOf(plan.owner()),
                        gatherings.members(ids.get(ids.size() - 1)).asList().get(0))),
                life.report(),
                counts(cohort));
    }

    private Optional<PersonId> supervisorOf(PersonId person) {
        return roster.entries().stream()
                .map(Roster.Entry::participant)
                .filter(p -> p.id().equals(person))
                .flatMap(p -> p.supervisorsOn(start).stream())
                .findFirst();
    }

    /** The host registers everybody, and each declares for themselves what they want to. */
    private void register() {
        for (Roster.Entry entry : roster.entries()) {
            desk.people().register(entry.participant()).orElseThrow();
            if (!entry.declared().identities().equals(ImmutableSetMultimap.of())) {
                office.as(Actor.participant(entry.participant().id()))
                        .people()
                        .declare(Confidential.draftOf(entry.declared()))
                        .orElseThrow();
            }
        }
        say.accept("Read " + roster.entries().size() + " people.");
    }

    private ImmutableList<String> enroll(CohortId cohort, List<Roster.Entry> entries) {
        ImmutableList.Builder<String> refused = ImmutableList.builder();
        for (Roster.Entry entry : entries) {
            Decision<CohortView> enrolled =
                    desk.cohorts().enroll(cohort, entry.participant().id());
            enrolled.refusals().forEach(r -> refused.add(r.message()));
        }
        return refused.build();
    }

    private FormationRules rules() {
        FormationRules rules =
                FormationRules.peerMentoring(roster.identityAxes().toArray(String[]::new));
        if (roster.hasInterests()) {
            rules = rules.and(Preference.gather("interests").weighing(1));
        }
        return availability.isEmpty() ? rules : rules.and(new Must.SharedSlot(slots(mainZone(availability)), 1));
    }

    private FormationProposal propose(CohortId cohort) {
        GroupFormer former =
                GroupFormer.withEffort(Effort.moves(moves).withSeed(seed)).listening(progress);
        return desk.cohorts().propose(cohort, rules(), former).orElseThrow();
    }

    private List<Founding> foundings(FormationProposal proposal) {
        List<Founding> foundings = new ArrayList<>();
        for (ImmutableList<PersonId> members : proposal.groups()) {
            int number = foundings.size();
            String name = number < NAMES.size() ? NAMES.get(number) : "Group " + (number + 1);
            Slot slot = slotOf(members);
            CharterTerms usual = CharterPreset.PEER_PROBLEM_SOLVING.terms(Cadence.monthly(3, slot.day()), slot.time());
            foundings.add(new Founding(name, members, usual.with(settings(usual))));
        }
        return foundings;
    }

    /** The preset, with attendance for the office, and with a timekeeper. */
    private static CharterSettings settings(CharterTerms usual) {
        return CharterSettings.builder()
                .from(usual.settings())
                .officeSeesAttendance(true)
                .moderation(ModerationRule.rotating().afterGrace(1).sharing(MeetingRole.TIMEKEEPER))
                .build();
    }

    private record Slot(DayOfWeek day, MeetingTime time) {}

    /** The slot that suits most members for the whole year; Thursday noon where no availability is known. */
    private Slot slotOf(ImmutableList<PersonId> members) {
        Map<PersonId, Availability> known = knownOf(members);
        ZoneId zone = mainZone(known);
        return slots(zone).ranked(known).stream()
                .findFirst()
                .map(best ->
                        new Slot(best.slot().day(), new MeetingTime(best.slot().start(), LENGTH, zone)))
                .orElseGet(() -> new Slot(DayOfWeek.THURSDAY, new MeetingTime(LocalTime.NOON, LENGTH, zone)));
    }

    private Map<PersonId, Availability> knownOf(Iterable<PersonId> members) {
        Map<PersonId, Availability> known = new LinkedHashMap<>();
        for (PersonId member : members) {
            Availability own = availability.get(member);
            if (own != null) {
                known.put(member, own);
            }
        }
        return known;
    }

    private CommonSlots slots(ZoneId zone) {
        return new CommonSlots(zone, start, start.plusYears(1), LENGTH, Duration.ofMinutes(30));
    }

    /** The zone in which most are; of several the first by name. */
    private static ZoneId mainZone(Map<PersonId, Availability> known) {
        Map<String, Integer> counts = new TreeMap<>();
        known.values().forEach(a -> counts.merge(a.zone().getId(), 1, Integer::sum));
        return counts.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(e -> ZoneId.of(e.getKey()))
                .orElse(ZoneOffset.UTC);
    }

    private ImmutableMap<PersonId, PersonView> people() {
        ImmutableMap.Builder<PersonId, PersonView> who = ImmutableMap.builder();
        roster.entries().forEach(e -> {
            PersonId id = e.participant().id();
            who.put(id, desk.people().view(id).orElseThrow());
        });
        return who.buildOrThrow();
    }

    private YearReport.Counts counts(CohortId cohort) {
        return new YearReport.Counts(
                desk.reports().seats(cohort).orElseThrow(),
                Maps.toMap(List.of(ReportKind.values()), kind -> desk.reports().show(cohort, kind)));
    }

    private ImmutableList<YearReport.GroupYear> groupYears(ImmutableList<GroupId> ids, List<Founding> foundings) {
        ImmutableList.Builder<YearReport.GroupYear> years = ImmutableList.builder();
        for (int i = 0; i < ids.size(); i++) {
            var view = desk.groups().view(ids.get(i)).orElseThrow();
            var settings = foundings.get(i).charter().settings();
            int canAttend =
                    (int) view.members().stream().filter(canCome(settings)).count();
            ImmutableList<MeetingView> meetings = desk.meetings().calendar(ids.get(i));
            years.add(new YearReport.GroupYear(
                    ids.get(i),
                    i + 1,
                    view.name(),
                    settings.cadence().words() + ", " + settings.time().words(),
                    canAttend,
                    ImmutableSet.copyOf(view.members()).asList(),
                    meetings,
                    moderations(ids.get(i), meetings)));
        }
        return years.build();
    }

    /** Who can come whenever a group meets, all year; where no availability is known, so it is assumed. */
    private Predicate<PersonId> canCome(CharterSettings settings) {
        CommonSlots term = slots(settings.time().zone());
        WeeklySlot slot = new WeeklySlot(
                settings.cadence().weekday(),
                settings.time().start(),
                LENGTH,
                settings.time().zone());
        return person -> Optional.ofNullable(availability.get(person))
                .map(a -> term.suits(slot, a))
                .orElse(true);
    }

    /** Those who guided the meetings held, then those whose turn it is if nothing changes. */
    private ImmutableList<YearReport.Moderation> moderations(GroupId id, ImmutableList<MeetingView> meetings) {
        ImmutableList.Builder<YearReport.Moderation> all = ImmutableList.builder();
        List<MeetingView> toCome = new ArrayList<>();
        for (MeetingView meeting : meetings) {
            meeting.moderator()
                    .ifPresentOrElse(
                            held -> all.add(new YearReport.Moderation(
                                    meeting.on(), held, Optional.empty(), "Guided this meeting.", true)),
                            () -> toCome.add(meeting));
        }
        if (!toCome.isEmpty()) {
            ImmutableList<Turn> turns = desk.turns().next(id, toCome.size()).orElseThrow();
            for (int i = 0; i < turns.size(); i++) {
                Turn turn = turns.get(i);
                all.add(new YearReport.Moderation(
                        toCome.get(i).on(),
                        turn.moderator(),
                        turn.backup(),
                        turn.reason().message(),
                        false));
            }
        }
        return all.build();
    }
}
