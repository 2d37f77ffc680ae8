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

    /** The owners must have at least as long to read it as it was kept from them. */
    record SilenceTooLong(Instant silentUntil, Instant latest) implements LegalRefusal {
        @Override
        public String code() {
            return "silence-too-long";
        }

        @Override
        public String message() {
            return "The order forbids to tell the owners until " + silentUntil + ", and what the log says would be gone"
                    + " before they had as long to read it. It can be silent until " + latest
                    + "; for longer, let the program keep its log longer first, with the reason.";
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
