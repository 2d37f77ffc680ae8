package org.peercircle.persistence;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;

/**
 * Who keeps what, as roles that a host names in its configuration: whoever keeps the keys must be neither the program office
 * nor human resources, for keys and records in one hand are no seal (law K4). A host that names one role twice does not
 * start; that different names are different people, no library can check.
 *
 * @param keys who keeps the vault and the root key, such as {@code IT security}
 * @param programOffice who runs the program
 * @param humanResources who decides on people's jobs
 */
public record Custodians(String keys, String programOffice, String humanResources) {

    /**
     * Checks that the keys are kept by somebody else.
     *
     * @throws IllegalArgumentException if a name is blank, or the keys are kept by one of the others
     */
    public Custodians {
        if (plain(keys).isEmpty()
                || plain(programOffice).isEmpty()
                || plain(humanResources).isEmpty()) {
            throw new IllegalArgumentException("custodians must be named, but were '" + keys + "', '" + programOffice
                    + "', '" + humanResources + "'");
        }
        if (plain(keys).equals(plain(programOffice)) || plain(keys).equals(plain(humanResources))) {
            throw new IllegalArgumentException(
                    "keys must be kept by neither the program office nor human resources, but" + " were kept by '"
                            + keys + "'; give the vault to somebody else, such as IT security");
        }
    }

    /** A role is the same however its name is written. */
    private static String plain(String role) {
        return Normalizer.normalize(Objects.requireNonNull(role, "role"), Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Punct}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
