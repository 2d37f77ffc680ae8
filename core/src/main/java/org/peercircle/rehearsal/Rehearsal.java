package org.peercircle.rehearsal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Reader;
import org.peercircle.confidentiality.Tag;
import org.peercircle.decision.Decision;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.RehearsalId;
import org.peercircle.internal.ValueStyle;

/**
 * A hard conversation, practiced among peers (S14). It is the rehearser's, who alone says what is in it and ends it at any
 * time.
 *
 * <p>Pausing is nothing that is recorded: a round simply isn't played. Whoever steps out, at any moment and for no reason,
 * leaves no trace ({@link #stepOut}); that is why nothing in it is an event.
 */
@Value.Immutable
@ValueStyle
public interface Rehearsal {

    /** Returns the id. */
    RehearsalId id();

    /** Returns who rehearses. */
    PersonId speaker();

    /** Returns the group they do it in. */
    GroupId group();

    /** Returns the meeting they do it at, if at one. */
    Optional<MeetingId> meeting();

    /** Returns who may read and know of what the speaker says in it. */
    Tag tag();

    /** Returns what it is about. */
    Brief brief();

    /** Returns the rounds, in order. */
    ImmutableList<Round> rounds();

    /** Returns what happened in the real conversation, each time the speaker told; the last tells most. */
    ImmutableList<Aftermath> aftermath();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Returns those who have had a part in it besides the speaker. */
    default ImmutableSet<PersonId> peers() {
        return rounds().stream()
                .flatMap(r -> r.cast().keySet().stream())
                .filter(p -> !p.equals(speaker()))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** Says anew what it is about; rounds that were played stay. */
    default Rehearsal prepare(Brief brief) {
        return builder().from(this).brief(brief).build();
    }

    /** Begins a round, with who has which part. */
    default Decision<Rehearsal> play(Round.Kind kind, Map<PersonId, Part> cast, Instant at) {
        Part needed = kind == Round.Kind.SWAPPED ? Part.COUNTERPART : Part.SPEAKER;
        if (cast.get(speaker()) != needed) {
            return Decision.refuse(new RehearsalRefusal.RehearserHasAPart(id(), speaker(), needed));
        }
        if (kind != Round.Kind.PLAYED && rounds().isEmpty()) {
            return Decision.refuse(new RehearsalRefusal.NothingPlayedYet(id()));
        }
        Round round = Round.builder()
                .number(rounds().size() + 1)
                .kind(kind)
                .at(at)
                .putAllCast(cast)
                .build();
        return Decision.accept(builder().from(this).addRounds(round).build());
    }

    /** Records what the rehearser thought of a round; once, and before anybody else speaks. */
    default Decision<Rehearsal> assess(int number, Confidential<SelfAssessment> assessment) {
        return inRound(
                number,
                round -> round.selfAssessment().isPresent()
                        ? Decision.refuse(new RehearsalRefusal.AlreadySaid(id(), number, speaker()))
                        : Decision.accept(with(Round.builder()
                                .from(round)
                                .selfAssessment(assessment)
                                .build())));
    }

    /** Records what a peer who had a part in a round observed; once each, after the rehearser spoke. */
    default Decision<Rehearsal> observe(int number, Feedback feedback) {
        return inRound(number, round -> {
            PersonId by = feedback.by();
            if (by.equals(speaker()) || !round.cast().containsKey(by)) {
                return Decision.refuse(new RehearsalRefusal.NotInRound(id(), number, by));
            }
            if (round.selfAssessment().isEmpty()) {
                return Decision.refuse(new RehearsalRefusal.SelfAssessmentFirst(id(), number));
            }
            if (round.feedback().stream().anyMatch(f -> f.by().equals(by))) {
                return Decision.refuse(new RehearsalRefusal.AlreadySaid(id(), number, by));
            }
            return Decision.accept(
                    with(Round.builder().from(round).addFeedback(feedback).build()));
        });
    }

    /**
     * Takes somebody out of every round, with what they said: nothing shows that they were in it. A round that can't be
     * without them is as if it had not been played.
     */
    default Rehearsal stepOut(PersonId person) {
        Stream<Round> left = rounds().stream()
                .filter(r ->
                        r.cast().get(person) != Part.COUNTERPART && r.cast().get(person) != Part.SPEAKER);
        List<Round> numbered = new ArrayList<>();
        left.forEach(r -> numbered.add(Round.builder()
                .from(r)
                .number(numbered.size() + 1)
                .cast(Maps.filterKeys(r.cast(), p -> !p.equals(person)))
                .feedback(r.feedback().stream()
                        .filter(f -> !f.by().equals(person))
                        .toList())
                .build()));
        return builder().from(this).rounds(numbered).build();
    }

    /** Records what happened in the real conversation. */
    default Rehearsal tell(Aftermath what) {
        return builder().from(this).addAftermath(what).build();
    }

    /** Returns how clarity and firmness changed over the rounds, with what the reader may read. */
    default Progression progression(Reader reader) {
        return Progression.of(this, reader);
    }

    private Decision<Rehearsal> inRound(int number, Function<Round, Decision<Rehearsal>> change) {
        return number >= 1 && number <= rounds().size()
                ? change.apply(rounds().get(number - 1))
                : Decision.refuse(new RehearsalRefusal.NoSuchRound(id(), number, rounds().size()));
    }

    private Rehearsal with(Round changed) {
        return builder()
                .from(this)
                .rounds(rounds().stream()
                        .map(r -> r.number() == changed.number() ? changed : r)
                        .toList())
                .build();
    }

    /** Builds a rehearsal. */
    final class Builder extends ImmutableRehearsal.Builder {
        Builder() {}
    }
}
