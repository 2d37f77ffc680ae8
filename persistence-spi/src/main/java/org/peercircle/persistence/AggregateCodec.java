package org.peercircle.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.peercircle.id.GroupId;
import org.peercircle.office.port.AggregateKind;

/** One kind of aggregate as JSON. */
interface AggregateCodec<A> {

    /**
     * Returns what turns each earlier version of the form into the next, the first version's first. Each is pure, and takes
     * whatever that version wrote; what is sealed in it stays sealed.
     */
    default ImmutableList<UnaryOperator<ObjectNode>> steps() {
        return ImmutableList.of();
    }

    /** Returns the version of the form that is written: 1, and one more for each step. */
    default int schema() {
        return steps().size() + 1;
    }

    /** Returns what a version wrote as this one would have written it. */
    default ObjectNode upcast(ObjectNode written, int schema) {
        ObjectNode node = written;
        for (UnaryOperator<ObjectNode> step : steps().subList(schema - 1, steps().size())) {
            node = step.apply(node);
        }
        return node;
    }

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

    JsonObject write(A value, PieceCodec pieces);

    A read(JsonNode node, PieceCodec pieces);
}
