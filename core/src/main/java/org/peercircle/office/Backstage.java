package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.peercircle.confidentiality.Capacity;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Purpose;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.Viewer;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.decision.Decision;
import org.peercircle.id.IdSource;
import org.peercircle.id.PieceId;
import org.peercircle.id.ProgramId;
import org.peercircle.office.port.ProgramCommit;
import org.peercircle.office.port.ProgramRepository;
import org.peercircle.office.port.StaleVersionException;

/** What all services share: the program, its repository, time, ids, and how a decision is committed. */
record Backstage(
        ProgramId program, ProgramRepository repository, InstantSource clock, IdSource ids, Retention retention) {

    private static final int ATTEMPTS = 5;

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return look().today();
    }

    String newId() {
        return ids.next();
    }

    /** Loads, decides and commits; when another commit was faster, all of it again. */
    <T> Decision<T> decide(Function<Work, Decision<T>> decision) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Work work = new Work(program, repository, now(), retention);
            Decision<T> decided = decision.apply(work);
            if (!decided.isAccepted() || work.writesNothing()) {
                return decided;
            }
            try {
                repository.commit(
                        new ProgramCommit(program, newId(), work.writes(), ImmutableList.copyOf(decided.events())));
                return decided;
            } catch (StaleVersionException raced) {
                if (attempt == ATTEMPTS - 1) {
                    return Decision.refuse(new OfficeRefusal.TooBusy(ATTEMPTS));
                }
            }
        }
        throw new AssertionError("the last attempt returns");
    }

    /** Reads what is needed for an answer; nothing is written. */
    Work look() {
        return new Work(program, repository, now(), retention);
    }

    /** Files what a person wrote under a new id. */
    <T> Confidential<T> file(Confidential<T> draft, Tag tag) {
        return Custody.file(draft, PieceId.of(newId()), tag, now());
    }

    /** Whether something was written so long ago that saying it again is saying it anew. */
    boolean isPast(Confidential<?> piece) {
        return piece.filedAt().isBefore(retention.contentFrom(Optional.empty(), now()));
    }

    /** The actor as a person who asks for what is their own. */
    static Viewer subject(Actor actor) {
        return Custody.viewer(actor.person(), Capacity.PARTICIPANT, Purpose.SUBJECT_RIGHTS);
    }

    Viewer viewer(Actor actor) {
        Purpose purpose = actor.isCoordinator() ? Purpose.OPERATE : Purpose.SUPPORT;
        return Custody.viewer(actor.person(), actor.capacity(), purpose);
    }
}
