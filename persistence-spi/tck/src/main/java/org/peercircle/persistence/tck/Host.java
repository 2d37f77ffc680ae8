package org.peercircle.persistence.tck;

import java.util.List;

/**
 * A host that has its own transactions, and a store that joins them (law L20). {@link JdbcHost} is one for stores over
 * JDBC.
 */
public interface Host {

    /** Begins a transaction of the host on the calling thread; the store's commits on it are part of it from now on. */
    void begin();

    /** Has the host itself write something in its transaction. */
    void writeOfItsOwn(String what);

    /** Returns all that the host itself wrote, as others see it. */
    List<String> ownWritings();

    /** Commits the host's transaction. */
    void commit();

    /** Rolls the host's transaction back. */
    void rollback();

    /**
     * Returns what the store did with the host's connection since {@link #begin}, as names of methods: the host's witness
     * that it was its connection, and that nothing was done with it that is the host's to do.
     */
    List<String> calls();
}
