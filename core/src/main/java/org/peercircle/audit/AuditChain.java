package org.peercircle.audit;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The chain of a program's log (laws A1, A2, A6): each link's hash is over its own content and the hash before it, so that
 * nothing can be changed, taken away, put in between or moved without all that follows being made anew; and a link that
 * somebody else wrote down can't be made anew.
 *
 * <pre>{@code
 * AuditVerdict verdict = AuditChain.verify(links, Optional.of(witnessed)); // the last link that was written down elsewhere
 * }</pre>
 */
public final class AuditChain {

    private static final String FORM = "peercircle-audit-1";
    private static final String BEFORE_ALL = "0".repeat(64);

    private AuditChain() {}

    /**
     * Returns the next link.
     *
     * @param last the last so far; empty for the first
     */
    public static AuditLink next(Optional<AuditLink> last, LocalDate day, AuditDetail detail) {
        long number = last.map(AuditLink::number).orElse(0L) + 1;
        String commitment = commitment(detail);
        return new AuditLink(
                number,
                day,
                commitment,
                hash(number, day, commitment, last.map(AuditLink::hash).orElse(BEFORE_ALL)));
    }

    /** Whether a detail is the one that a link was made for. */
    public static boolean isOf(AuditLink link, AuditDetail detail) {
        return link.commitment().equals(commitment(detail));
    }

    /**
     * Verifies a chain from its first link on. Cost: linear.
     *
     * @param links all links, in order
     * @param witnessed a link that was written down where nobody who can change the chain can change it; without one, a chain
     *     that was cut short or made anew looks like any other
     */
    public static AuditVerdict verify(Iterable<AuditLink> links, Optional<AuditLink> witnessed) {
        long number = 0;
        String before = BEFORE_ALL;
        for (AuditLink link : links) {
            number++;
            if (link.number() != number) {
                return new AuditVerdict.Broken(number, "in its place is link " + link.number());
            }
            if (!link.hash().equals(hash(number, link.day(), link.commitment(), before))) {
                return new AuditVerdict.Broken(number, "its hash is not that of its content and of what is before it");
            }
            if (witnessed.isPresent()
                    && witnessed.orElseThrow().number() == number
                    && !witnessed.orElseThrow().equals(link)) {
                return new AuditVerdict.Broken(number, "it is not the link that was witnessed");
            }
            before = link.hash();
        }
        if (witnessed.isPresent() && witnessed.orElseThrow().number() > number) {
            return new AuditVerdict.Broken(number + 1, "it is missing, and a later one was witnessed");
        }
        return new AuditVerdict.Intact(number);
    }

    private static String hash(long number, LocalDate day, String commitment, String before) {
        return Hashing.sha256()
                .hashString(
                        String.join("\n", FORM, Long.toString(number), day.toString(), commitment, before),
                        StandardCharsets.UTF_8)
                .toString();
    }

    /** Each part with its length before it, so that no two details have the same text. */
    private static String commitment(AuditDetail detail) {
        StringBuilder text = new StringBuilder();
        part(text, detail.what().name());
        part(text, detail.by().value());
        part(text, detail.at().toString());
        part(text, detail.tellFrom().toString());
        for (Map.Entry<String, String> fact : detail.facts().entrySet()) {
            part(text, fact.getKey());
            part(text, fact.getValue());
        }
        return Hashing.hmacSha256(detail.salt().getBytes(StandardCharsets.UTF_8))
                .hashString(text, StandardCharsets.UTF_8)
                .toString();
    }

    private static void part(StringBuilder text, String part) {
        text.append(part.length()).append(':').append(part);
    }
}
