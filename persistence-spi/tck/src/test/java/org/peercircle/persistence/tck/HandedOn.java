package org.peercircle.persistence.tck;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Set;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.ProgramId;
import org.peercircle.office.port.AggregateKey;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.office.port.ProgramCommit;
import org.peercircle.office.port.ProgramRepository;
import org.peercircle.office.port.Stored;
import org.peercircle.office.port.StoredPiece;

/** A repository that hands everything on to another, which may change. */
class HandedOn implements ProgramRepository {

    ProgramRepository to;

    HandedOn(ProgramRepository first) {
        this.to = first;
    }

    @Override
    public ImmutableMap<AggregateKey<?>, Stored<?>> read(ProgramId program, Set<AggregateKey<?>> keys) {
        return to.read(program, keys);
    }

    @Override
    public <A> ImmutableList<Stored<A>> children(ProgramId program, AggregateKind<A> kind, String parent) {
        return to.children(program, kind, parent);
    }

    @Override
    public void commit(ProgramCommit commit) {
        to.commit(commit);
    }

    @Override
    public <A> ImmutableList<StoredPiece> pieces(AggregateKind<A> kind, A aggregate) {
        return to.pieces(kind, aggregate);
    }

    @Override
    public <A> A without(ProgramId program, AggregateKey<A> key, A aggregate, Set<PieceId> pieces) {
        return to.without(program, key, aggregate, pieces);
    }

    @Override
    public void forget(ProgramId program, PersonId person) {
        to.forget(program, person);
    }
}
