package org.peercircle.id;

/**
 * Something a group is asked to agree to.
 *
 * @param value 1 to 80 characters of {@code A-Z a-z 0-9 . _ ~ @ : + -}, case-sensitive
 */
public record ProposalId(String value) implements Comparable<ProposalId> {

    /** Checks the text of the id. */
    public ProposalId {
        IdText.check("proposal id", value);
    }

    /** Returns the id with this text. */
    public static ProposalId of(String value) {
        return new ProposalId(value);
    }

    @Override
    public int compareTo(ProposalId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
