package org.peercircle.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.peercircle.decision.Decision;
import org.peercircle.id.CohortId;
import org.peercircle.id.ProgramId;
import org.peercircle.internal.ValueStyle;

/**
 * One report of a cohort, with all that was ever shown of it. What stands is the last edition; another takes its place only
 * if, held against all before it, it discloses nobody (laws D10 to D12).
 */
@Value.Immutable
@ValueStyle
public interface StandingReport {

    /** Returns the program. */
    ProgramId program();

    /** Returns the cohort. */
    CohortId cohort();

    /** Returns what is counted. */
    ReportKind kind();

    /** Returns what was shown, earliest first. */
    ImmutableList<Edition> editions();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Returns by what it is found: there is one of each kind in a cohort. */
    static String idOf(CohortId cohort, ReportKind kind) {
        return cohort.value() + ":" + kind;
    }

    /** Returns what stands; empty before anything was shown. */
    default Optional<Edition> latest() {
        return editions().isEmpty()
                ? Optional.empty()
                : Optional.of(editions().get(editions().size() - 1));
    }

    /**
     * Returns this report with another edition, if one can be shown; else as it is, so that what stands stands. Of a running
     * cohort all are counted together, since each number shown now keeps others from being shown later; of one that has
     * closed, unit by unit, and once and for all, with bands. Newcomers are left out until there are enough of them.
     *
     * @param people whoever is counted
     * @param isClosed whether the cohort has closed, so that nothing that is counted changes any more
     * @param asked thresholds; where an earlier edition was made by stricter ones, those hold
     */
    default Decision<StandingReport> show(
            Collection<Contributor> people, boolean isClosed, Thresholds asked, Instant now) {
        Thresholds thresholds = editions().stream().map(Edition::thresholds).reduce(asked, Thresholds::stricter);
        SuppressionRule rule = SuppressionRule.of(thresholds);
        List<Contributor> counted = counted(people, rule);
        boolean isLast = latest().map(Edition::isLast).orElse(false);
        if (isLast || !Pooling.isEnough(counted, rule)) {
            return standing(thresholds);
        }
        Ledger ledger = new Ledger(editions(), counted, rule);
        Optional<Edition> next = Candidate.all(
                        kind(),
                        counted,
                        isClosed ? counted.get(0).unit().size() : 0,
                        isClosed ? rule.withBands() : rule)
                .stream()
                .filter(Candidate::saysAnything)
                .filter(c -> isClosed
                        || latest().filter(e -> e.table().equals(c.table())).isEmpty())
                .filter(c -> ledger.allows(c.table(), c.populations()))
                .min(Comparator.comparingLong(c -> c.table().hiddenPeople()))
                .map(c -> new Edition(now, isClosed, thresholds, c.table(), c.populations()));
        return next.<Decision<StandingReport>>map(edition -> Decision.accept(
                        builder().from(this).addEditions(edition).build()))
                .orElseGet(() -> standing(thresholds));
    }

    private Decision<StandingReport> standing(Thresholds thresholds) {
        return latest().isPresent()
                ? Decision.accept(this)
                : Decision.refuse(new ReportRefusal.NothingToShow(kind(), thresholds));
    }

    private List<Contributor> counted(Collection<Contributor> people, SuppressionRule rule) {
        ImmutableSet<Integer> before = editions().stream()
                .flatMap(edition -> edition.populations().stream())
                .flatMap(population -> population.people().stream())
                .collect(ImmutableSet.toImmutableSet());
        List<Contributor> newcomers =
                people.stream().filter(p -> !before.contains(p.number())).toList();
        return newcomers.isEmpty() || Pooling.isEnough(newcomers, rule)
                ? List.copyOf(people)
                : people.stream().filter(p -> before.contains(p.number())).toList();
    }

    /** Builds a report as it was stored; a new one has no editions. */
    final class Builder extends ImmutableStandingReport.Builder {
        Builder() {}
    }
}
