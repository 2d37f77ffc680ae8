package org.peercircle.persistence.spi;

import java.io.Serial;

/**
 * The feed was asked for what comes after a position up to which it was pruned. Entries in between are gone: whoever reads
 * must begin anew from the records themselves (law L28).
 */
public final class FeedPruned extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long upTo;

    /**
     * Says where the feed begins now.
     *
     * @param after the position that was asked for
     * @param upTo the last position that is gone
     */
    public FeedPruned(long after, long upTo) {
        super("the feed was pruned up to position " + upTo + ", but was asked for what comes after " + after
                + "; read the records themselves, then go on from " + upTo);
        this.upTo = upTo;
    }

    /** Returns the last position that is gone, from which reading can go on. */
    public long upTo() {
        return upTo;
    }
}
