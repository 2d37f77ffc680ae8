package org.peercircle.office;

import java.time.Instant;
import org.peercircle.id.CohortId;
import org.peercircle.report.Edition;
import org.peercircle.report.ReportKind;
import org.peercircle.report.StandingReport;
import org.peercircle.report.SuppressedTable;
import org.peercircle.report.Thresholds;

/**
 * What stands of a report: the same bytes in every format until another edition takes its place (law D10).
 *
 * @param at when it was made
 * @param edition its number, from 1
 * @param thresholds how many stand behind each number at least
 */
public record ReportView(
        CohortId cohort, ReportKind kind, Instant at, int edition, Thresholds thresholds, SuppressedTable table) {

    /** What stands of it. */
    static ReportView of(StandingReport report) {
        return of(report, report.editions().size());
    }

    static ReportView of(StandingReport report, int number) {
        Edition edition = report.editions().get(number - 1);
        return new ReportView(
                report.cohort(), report.kind(), edition.at(), number, edition.thresholds(), edition.table());
    }
}
