package org.peercircle.persistence.tck;

/**
 * Trouble between a store and what it stands on, to be had at any call to it (law L21). {@link JdbcFaults} makes it for
 * stores over JDBC.
 */
public interface Faults {

    /** When trouble comes. */
    enum When {
        /** Instead of the call. */
        BEFORE,
        /** After the call was carried out, so that it looks as if it had not been. */
        AFTER
    }

    /** Lets one of the calls from now on fail, once. @param call numbered from 0 */
    void failAt(int call, When when);

    /** Returns whether the call that was to fail was made. */
    boolean hasStruck();
}
