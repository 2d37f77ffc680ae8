package org.peercircle.decision;

/**
 * One reason why an operation was refused. Each reason is a record of its own, in a sealed family a package; switch on
 * the type or on {@link #code()}, never on the sentence.
 */
public interface Refusal {

    /** A stable name in lower case with hyphens, such as {@code group-is-full}. */
    String code();

    /** One or two sentences for a coordinator: what is wrong, the rule, and what to do. Never holds content. */
    String message();
}
