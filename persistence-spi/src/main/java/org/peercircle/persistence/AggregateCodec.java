package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.peercircle.id.GroupId;
import org.peercircle.office.port.AggregateKind;

/** One kind of aggregate as JSON. */
interface AggregateCodec<A> {

    /** The version of the form that is written. */
    int SCHEMA = 1;

    AggregateKind<A> kind();

    /** Returns the id of the parent under which it is found. */
    String parent(A value, String program);

    /** Whether even whose child it is may not be seen in the store. */
    default boolean hidesParent() {
        return false;
    }

    /** Returns whose keys seal the record as a whole. */
    ImmutableList<String> scope(A value, String program);

    /** Returns the group whose key, too, seals the pieces in it; empty if none. */
    default Optional<GroupId> group(A value) {
        return Optional.empty();
    }

    ObjectNode write(A value, PieceCodec pieces);

    A read(JsonNode node, PieceCodec pieces);
}
