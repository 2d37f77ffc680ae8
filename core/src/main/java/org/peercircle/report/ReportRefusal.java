package org.peercircle.report;

import org.peercircle.decision.Refusal;

/** Why a report can't be shown. */
public sealed interface ReportRefusal extends Refusal {

    /** No number can be shown without the risk that somebody is worked out; there is one such refusal, whatever the reason. */
    record NothingToShow(ReportKind kind, Thresholds thresholds) implements ReportRefusal {
        @Override
        public String code() {
            return "nothing-to-show";
        }

        @Override
        public String message() {
            return "Of " + kind
                    + " no number can be shown without the risk that somebody is worked out: behind each are at"
                    + " least " + thresholds.people() + " people outside any one group, of at least "
                    + thresholds.groups()
                    + " groups. Show it when more people take part, or more has happened.";
        }
    }
}
