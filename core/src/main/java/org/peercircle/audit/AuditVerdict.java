package org.peercircle.audit;

/** What a look at a chain shows. */
public sealed interface AuditVerdict {

    /**
     * Nothing was changed, taken away, put in between or moved.
     *
     * @param length how many links there are; 0 for none
     */
    record Intact(long length) implements AuditVerdict {}

    /**
     * The chain is not what it was.
     *
     * @param number the first link that is wrong, or is missing
     * @param why in words
     */
    record Broken(long number, String why) implements AuditVerdict {}

    /** Whether the chain is what it was. */
    default boolean isIntact() {
        return this instanceof Intact;
    }
}
