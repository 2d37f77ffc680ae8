package org.peercircle.decision;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/** A refusal for callers who prefer an exception; see {@link Decision#orElseThrow()}. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ImmutableList<Refusal> refusals;

    RefusedException(ImmutableList<Refusal> refusals) {
        super(refusals.stream().map(r -> r.code() + ": " + r.message()).collect(Collectors.joining("\n")));
        this.refusals = refusals;
    }

    /** Returns every reason, at least one. */
    public ImmutableList<Refusal> refusals() {
        return refusals;
    }
}
