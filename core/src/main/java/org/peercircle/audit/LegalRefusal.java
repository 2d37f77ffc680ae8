package org.peercircle.audit;

import java.time.Instant;
import org.peercircle.decision.Refusal;
import org.peercircle.id.LegalMatterId;
import org.peercircle.id.PersonId;

/** Why a legal matter refused. */
public sealed interface LegalRefusal extends Refusal {

    /** It takes a second officer. */
    record NeedsAnother(LegalMatterId matter) implements LegalRefusal {
        @Override
        public String code() {
            return "needs-another";
        }

        @Override
        public String message() {
            return "Matter " + matter + " is confirmed by another officer than filed it. Ask one of them.";
        }
    }

    /** What was confirmed is done. */
    record MatterClosed(LegalMatterId matter, Instant at) implements LegalRefusal {
        @Override
        public String code() {
            return "matter-closed";
        }

        @Override
        public String message() {
            return "Matter " + matter + " was confirmed at " + at
                    + ", once and for all. File another if more is ordered.";
        }
    }

    /** Neither officer may have power over an owner, or an owner over them. */
    record NotImpartial(PersonId officer, PersonId owner) implements LegalRefusal {
        @Override
        public String code() {
            return "not-impartial";
        }

        @Override
        public String message() {
            return "Officer " + officer + " is " + owner
                    + " or there is power between the two. Leave it to an officer to"
                    + " whom none of those people is more than a participant.";
        }
    }
}
