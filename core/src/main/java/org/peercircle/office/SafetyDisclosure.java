package org.peercircle.office;

import com.google.common.collect.ImmutableSet;
import java.time.Duration;
import org.peercircle.id.GroupId;
import org.peercircle.id.PieceId;
import org.peercircle.internal.Arguments;

/**
 * What a member passes on in spite of the promise, since somebody may come to harm or the law demands it (law X2). Only
 * somebody who may read it already can; nobody can ask for it from outside.
 *
 * <pre>{@code
 * new SafetyDisclosure(group, ImmutableSet.of(piece), "the crisis line", Ground.IMMINENT_HARM, Notice.AT_ONCE)
 * }</pre>
 *
 * @param pieces what is passed on, at least one
 * @param recipient to whom, in words that the owners read, up to 200 characters
 * @param notice when the owners are told
 */
public record SafetyDisclosure(
        GroupId group, ImmutableSet<PieceId> pieces, String recipient, Ground ground, Notice notice) {

    private static final int MAX_WORDS = 200;

    /** Checks that something is passed on to somebody. */
    public SafetyDisclosure {
        Arguments.require(!pieces.isEmpty(), "pieces", "name at least one", pieces);
        Arguments.requireText(recipient, MAX_WORDS, "recipient");
    }

    /** Why it can't be kept. */
    public enum Ground {
        /** Somebody may come to harm if nothing is done now. */
        IMMINENT_HARM,
        /** The member must by law or rule report it. */
        LEGAL_DUTY
    }

    /**
     * When the owners of what is passed on are told: at once, or later with a reason, which they read then.
     *
     * @param after at most 7 days; none for at once
     * @param why why not at once; empty for at once
     */
    public record Notice(Duration after, String why) {

        /** The longest that owners can be left without notice. */
        public static final Duration LATEST = Duration.ofDays(7);

        /** Tells the owners at once. */
        public static final Notice AT_ONCE = new Notice(Duration.ZERO, "");

        /** Checks that a delay has a reason and an end. */
        public Notice {
            Arguments.require(
                    !after.isNegative() && after.compareTo(LATEST) <= 0, "after", "be from 0 to " + LATEST, after);
            if (after.isZero()) {
                Arguments.require(why.isEmpty(), "why", "be empty for notice at once", why);
            } else {
                Arguments.requireText(why, MAX_WORDS, "why");
            }
        }

        /** Tells the owners later, as when they would come to harm themselves if they knew now. */
        public static Notice later(Duration after, String why) {
            return new Notice(after, why);
        }
    }
}
