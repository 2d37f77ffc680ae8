package org.peercircle.office.port;

/** Which aggregate. */
public record AggregateKey<A>(AggregateKind<A> kind, String id) {

    /** Returns the key of the aggregate with this id. */
    public static <A> AggregateKey<A> of(AggregateKind<A> kind, Object id) {
        return new AggregateKey<>(kind, id.toString());
    }

    @Override
    public String toString() {
        return kind + " " + id;
    }
}
