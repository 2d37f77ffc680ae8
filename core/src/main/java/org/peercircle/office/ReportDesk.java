package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.peercircle.cohort.Cohort;
import org.peercircle.cohort.CohortRefusal;
import org.peercircle.cohort.Enrollment;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Tag;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.id.CohortId;
import org.peercircle.id.PersonId;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.report.Contributor;
import org.peercircle.report.CountTable;
import org.peercircle.report.Dimension;
import org.peercircle.report.ReportKind;
import org.peercircle.report.StandingReport;
import org.peercircle.report.SuppressedTable;
import org.peercircle.report.SuppressionRule;
import org.peercircle.report.Thresholds;

/**
 * Reports for the program office (S21): who sits where, which it knows anyway, and a fixed list of what members do, in numbers
 * that disclose nobody (law D1). There is no other way to count what members do.
 *
 * <pre>{@code
 * ReportView plans = desk.reports().show(cohort, ReportKind.PLANS).orElseThrow();
 * System.out.println(plans.table().asText());
 * }</pre>
 */
public final class ReportDesk {

    private static final SuppressionRule EVERYTHING = new SuppressionRule(1, 0, 1, true);

    private final Backstage backstage;
    private final Actor actor;

    ReportDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
    }

    /**
     * Returns how many of each school and department are enrolled, seated, wait or have left. The office knows each of them, so
     * nothing is hidden. For coordinators.
     */
    public Decision<SuppressedTable> seats(CohortId id) {
        Work work = backstage.look();
        return cohort(work, id).map(cohort -> seats(work, cohort));
    }

    /** Shows a report of a cohort with the usual thresholds; see {@link #show(CohortId, ReportKind, Thresholds)}. */
    public Decision<ReportView> show(CohortId id, ReportKind kind) {
        return show(id, kind, Thresholds.EDUCATION);
    }

    /**
     * Shows a report of a cohort as it is now, if that discloses nobody also to those who have all that was shown of it before;
     * else what stands of it (laws D10 to D12). While groups meet all are counted together, and each number that is shown
     * narrows what can be shown later: show it seldom. Once the cohort has closed they are counted by school and department,
     * those with too few people together, and that stands for good. For coordinators, once groups meet.
     *
     * @param thresholds how many must stand behind a number; where stricter ones were asked for once, those hold
     */
    public Decision<ReportView> show(CohortId id, ReportKind kind, Thresholds thresholds) {
        // Only the report itself must still stand as it did: what is counted may go on while it is.
        return backstage.decide(work -> cohort(work.aside(), id).then(cohort -> {
            if (!cohort.hasMet()) {
                return Decision.refuse(new CohortRefusal.WrongPhase(id, cohort.phase(), Cohort.Phase.RUNNING));
            }
            ImmutableList<Contributor> people = new Contributors(backstage, work.aside(), cohort).of(kind);
            Optional<StandingReport> before = work.find(AggregateKind.REPORT, StandingReport.idOf(id, kind));
            return before.orElseGet(() -> neverShown(id, kind))
                    .show(people, cohort.phase() == Cohort.Phase.CLOSED, thresholds, work.now())
                    .then(report -> save(work, before, report));
        }));
    }

    /** Returns what stands of each report of a cohort that was ever shown. For coordinators; nothing for others. */
    public ImmutableList<ReportView> standing(CohortId id) {
        return actor.isCoordinator()
                ? backstage.look().children(AggregateKind.REPORT, id).stream()
                        .sorted(Comparator.comparing(StandingReport::kind))
                        .map(ReportView::of)
                        .collect(ImmutableList.toImmutableList())
                : ImmutableList.of();
    }

    /** Returns all that was shown of a report, earliest first, to tell what changed. For coordinators; nothing for others. */
    public ImmutableList<ReportView> editions(CohortId id, ReportKind kind) {
        return actor.isCoordinator()
                ? backstage.look().find(AggregateKind.REPORT, StandingReport.idOf(id, kind)).stream()
                        .flatMap(report -> IntStream.rangeClosed(
                                        1, report.editions().size())
                                .mapToObj(number -> ReportView.of(report, number)))
                        .collect(ImmutableList.toImmutableList())
                : ImmutableList.of();
    }

    private StandingReport neverShown(CohortId cohort, ReportKind kind) {
        return StandingReport.builder()
                .program(backstage.program())
                .cohort(cohort)
                .kind(kind)
                .build();
    }

    private Decision<ReportView> save(Work work, Optional<StandingReport> before, StandingReport report) {
        if (before.filter(report::equals).isPresent()) {
            return Decision.accept(ReportView.of(report));
        }
        String id = StandingReport.idOf(report.cohort(), report.kind());
        if (before.isPresent()) {
            work.replace(AggregateKind.REPORT, id, report);
        } else {
            work.create(AggregateKind.REPORT, id, report);
        }
        Tag tag = Tag.officeFact(Owner.of(actor.person()), backstage.program());
        return Decision.accept(
                ReportView.of(report),
                DomainEvent.of("report-shown", report.cohort(), tag, Map.of("kind", report.kind())));
    }

    private Decision<Cohort> cohort(Work work, CohortId id) {
        if (!actor.isCoordinator()) {
            return Decision.refuse(new OfficeRefusal.NotAllowed("see reports", "a coordinator"));
        }
        return work.find(AggregateKind.COHORT, id)
                .map(Decision::accept)
                .orElseGet(() -> Decision.refuse(new OfficeRefusal.NotThere("cohort", id.value())));
    }

    private static SuppressedTable seats(Work work, Cohort cohort) {
        Map<PersonId, ImmutableList<String>> units = Contributors.units(
                work.findAll(AggregateKind.PARTICIPANT, cohort.enrollments().keySet())
                        .values(),
                work.today());
        TreeSet<ImmutableList<String>> all = new TreeSet<>(Comparator.comparing(Object::toString));
        all.addAll(units.values());
        Dimension rows = all.isEmpty() ? Dimension.none() : Dimension.nested("unit", all);
        Function<Enrollment.Status, String> word = status -> status.name().toLowerCase(Locale.ROOT);
        CountTable.Builder table = CountTable.by(
                rows,
                Dimension.of(
                        "place", Stream.of(Enrollment.Status.values()).map(word).toList()));
        units.forEach((person, unit) -> cohort.enrollment(person, work.now())
                .ifPresent(place -> table.people(
                        rows.categories().indexOf(unit), place.status().ordinal(), 1)));
        return EVERYTHING.protect(table.build());
    }
}
