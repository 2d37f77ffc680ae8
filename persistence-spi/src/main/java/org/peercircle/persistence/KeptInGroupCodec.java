package org.peercircle.persistence;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.peercircle.confidentiality.Owner;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;

/** What a member keeps for themselves in a group: sealed under both keys, and not even whose group it is of can be seen. */
interface KeptInGroupCodec<A> extends AggregateCodec<A> {

    PersonId owner(A value);

    GroupId keptIn(A value);

    @Override
    default String parent(A value, String program) {
        return keptIn(value).value();
    }

    @Override
    default boolean hidesParent() {
        return true;
    }

    @Override
    default ImmutableList<String> scope(A value, String program) {
        return ImmutableList.of(
                SealedPieces.part(program, Owner.of(owner(value))),
                SealedPieces.part(program, Owner.of(keptIn(value))));
    }

    @Override
    default Optional<GroupId> group(A value) {
        return Optional.of(keptIn(value));
    }
}
