package org.peercircle.office.port;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Set;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.ProgramId;

/**
 * Where a program is kept: the port between the office and a store. {@code RecordRepository} in persistence-spi
 * implements it over any {@code RecordStore}.
 *
 * <p>Implementations are safe for use by many threads.
 */
public interface ProgramRepository {

    /**
     * Returns the aggregates with these keys, as they stood together at one instant. Those that do not exist are
     * missing.
     *
     * @throws StoreUnavailableException if the store can't be reached
     */
    ImmutableMap<AggregateKey<?>, Stored<?>> read(ProgramId program, Set<AggregateKey<?>> keys);

    /**
     * Returns all aggregates of this kind that belong to a parent, in the order of their ids.
     *
     * @param parent the id of the parent, see the constants of {@link AggregateKind}
     * @throws StoreUnavailableException if the store can't be reached
     */
    <A> ImmutableList<Stored<A>> children(ProgramId program, AggregateKind<A> kind, String parent);

    /**
     * Returns what {@link #children} returns, for several kinds of one parent: what a page needs at once. By default one kind
     * after the other.
     *
     * @throws StoreUnavailableException if the store can't be reached
     */
    default ImmutableListMultimap<AggregateKind<?>, Stored<?>> families(
            ProgramId program, List<AggregateKind<?>> kinds, String parent) {
        ImmutableListMultimap.Builder<AggregateKind<?>, Stored<?>> all = ImmutableListMultimap.builder();
        kinds.forEach(kind -> all.putAll(kind, children(program, kind, parent)));
        return all.build();
    }

    /**
     * Writes all parts of a commit, or none. A commit whose id was applied before has no further effect.
     *
     * @throws StaleVersionException if an aggregate does not stand at the expected version
     * @throws StoreUnavailableException if the store can't be reached; the commit may be tried again under its id
     */
    void commit(ProgramCommit commit);

    /**
     * Returns the confidential pieces of an aggregate, in the order in which they are kept, save those that were erased.
     * Whatever is kept is there, so that nothing is missing from what a person takes along.
     */
    <A> ImmutableList<StoredPiece> pieces(AggregateKind<A> kind, A aggregate);

    /**
     * Returns an aggregate of which these pieces were deleted: of each of them its id and version are left (law E8). Nothing is
     * written.
     */
    <A> A without(ProgramId program, AggregateKey<A> key, A aggregate, Set<PieceId> pieces);

    /**
     * Destroys what opens a person's content, for ever: from then on their pieces are read as erased, in this program and
     * wherever a copy of the store comes back from. Does nothing more the second time.
     *
     * @throws StoreUnavailableException if the keys can't be reached; it may be tried again
     */
    void forget(ProgramId program, PersonId person);
}
