package org.peercircle.persistence;

import com.google.common.collect.ImmutableList;

/** What is the program's as a whole: found under it, and sealed under its key. */
interface OfProgramCodec<A> extends AggregateCodec<A> {

    @Override
    default String parent(A value, String program) {
        return program;
    }

    @Override
    default ImmutableList<String> scope(A value, String program) {
        return ImmutableList.of("program " + program);
    }
}
