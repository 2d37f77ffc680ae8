package org.peercircle.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Capacity;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Policy;
import org.peercircle.confidentiality.Purpose;
import org.peercircle.confidentiality.Reader;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.World;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.decision.Decision;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.RehearsalId;

class RehearsalTest {

    private static final PersonId ADA = PersonId.of("ada");
    private static final PersonId BEN = PersonId.of("ben");
    private static final PersonId EVE = PersonId.of("eve");
    private static final Tag TAG = Tag.content(Policy.of(Owner.of(ADA)));
    private static final ImmutableMap<PersonId, Part> CAST =
            ImmutableMap.of(ADA, Part.SPEAKER, BEN, Part.COUNTERPART, EVE, Part.OBSERVER);
    private static final ImmutableMap<PersonId, Part> SWAPPED =
            ImmutableMap.of(ADA, Part.COUNTERPART, BEN, Part.SPEAKER, EVE, Part.TIMEKEEPER);

    private int pieces;

    private <T> Confidential<T> filed(T value) {
        return Custody.file(Confidential.draftOf(value), PieceId.of("x" + ++pieces), TAG, Instant.EPOCH);
    }

    private Rehearsal prepared() {
        return Rehearsal.builder()
                .id(RehearsalId.of("r"))
                .speaker(ADA)
                .group(GroupId.of("g"))
                .tag(TAG)
                .brief(Brief.of("ask", "my supervisor"))
                .build();
    }

    private static Decision<Rehearsal> played(Rehearsal rehearsal, Round.Kind kind, Map<PersonId, Part> cast) {
        return rehearsal.play(kind, cast, Instant.EPOCH);
    }

    private Feedback feedback(PersonId by, int clarity, int firmness) {
        return new Feedback(
                by, Instant.EPOCH, filed(new Observation("at the start", "paused", "lost me", clarity, firmness)));
    }

    private Confidential<SelfAssessment> own(int clarity, int firmness) {
        return filed(new SelfAssessment("I hurried", clarity, firmness));
    }

    private static List<String> codes(Decision<?> decision) {
        return decision.refusals().stream().map(r -> r.code()).toList();
    }

    private static Reader reader(PersonId person) {
        return new Reader(
                Custody.viewer(person, Capacity.PARTICIPANT, Purpose.SUPPORT),
                World.at(Instant.EPOCH).build());
    }

    @Test
    void S14_rounds_are_played_replayed_and_swapped() {
        Rehearsal rehearsal = played(prepared(), Round.Kind.PLAYED, CAST)
                .then(r -> played(r, Round.Kind.REPLAYED, CAST))
                .then(r -> played(r, Round.Kind.SWAPPED, SWAPPED))
                .orElseThrow();
        assertThat(rehearsal.rounds()).extracting(Round::number).containsExactly(1, 2, 3);
        assertThat(rehearsal.rounds())
                .extracting(Round::kind)
                .containsExactly(Round.Kind.PLAYED, Round.Kind.REPLAYED, Round.Kind.SWAPPED);
        assertThat(rehearsal.peers()).containsExactlyInAnyOrder(BEN, EVE);
        assertThat(rehearsal.rounds().get(2).playing(Part.SPEAKER)).containsExactly(BEN);
        assertThat(codes(played(prepared(), Round.Kind.REPLAYED, CAST))).containsExactly("nothing-played-yet");
        assertThat(codes(played(prepared(), Round.Kind.PLAYED, SWAPPED))).containsExactly("rehearser-has-a-part");
        assertThat(played(rehearsal, Round.Kind.SWAPPED, CAST).refusals())
                .singleElement()
                .satisfies(r -> assertThat(r.message()).contains("as counterpart"));
    }

    @Test
    void a_round_has_one_speaker_one_counterpart_and_at_most_one_timekeeper() {
        PersonId fay = PersonId.of("fay");
        for (ImmutableMap<PersonId, Part> cast : List.of(
                ImmutableMap.of(ADA, Part.SPEAKER),
                ImmutableMap.of(ADA, Part.SPEAKER, BEN, Part.SPEAKER, EVE, Part.COUNTERPART),
                ImmutableMap.of(ADA, Part.SPEAKER, BEN, Part.COUNTERPART, EVE, Part.COUNTERPART),
                ImmutableMap.of(
                        ADA, Part.SPEAKER, BEN, Part.COUNTERPART, EVE, Part.TIMEKEEPER, fay, Part.TIMEKEEPER))) {
            assertThatIllegalArgumentException().isThrownBy(() -> played(prepared(), Round.Kind.PLAYED, cast));
        }
    }

    @Test
    void S14_the_speaker_speaks_before_peers_do_and_each_speaks_once() {
        Rehearsal rehearsal = played(prepared(), Round.Kind.PLAYED, CAST).orElseThrow();
        assertThat(codes(rehearsal.observe(1, feedback(BEN, 1, 1)))).containsExactly("self-assessment-first");
        Rehearsal assessed = rehearsal.assess(1, own(0, 0)).orElseThrow();
        assertThat(codes(assessed.assess(1, own(1, 1)))).containsExactly("already-said");
        Rehearsal observed = assessed.observe(1, feedback(BEN, 1, 1)).orElseThrow();
        assertThat(observed.rounds().get(0).feedback()).extracting(Feedback::by).containsExactly(BEN);
        assertThat(codes(observed.observe(1, feedback(BEN, 2, 2)))).containsExactly("already-said");
        assertThat(codes(observed.observe(1, feedback(ADA, 2, 2)))).containsExactly("not-in-round");
        assertThat(codes(observed.observe(1, feedback(PersonId.of("fay"), 2, 2))))
                .containsExactly("not-in-round");
        for (int round : new int[] {0, 2}) {
            assertThat(codes(observed.observe(round, feedback(EVE, 1, 1)))).containsExactly("no-such-round");
            assertThat(codes(observed.assess(round, own(1, 1)))).containsExactly("no-such-round");
        }
    }

    @Test
    void S14_the_speaker_sees_how_it_changed_over_rounds() {
        Rehearsal rehearsal = played(prepared(), Round.Kind.PLAYED, CAST)
                .then(r -> r.assess(1, own(-1, 0)))
                .then(r -> r.observe(1, feedback(BEN, -1, -2)))
                .then(r -> r.observe(1, feedback(EVE, 0, -1)))
                .then(r -> played(r, Round.Kind.SWAPPED, SWAPPED))
                .then(r -> played(r, Round.Kind.REPLAYED, CAST))
                .then(r -> r.assess(3, own(1, 1)))
                .then(r -> r.observe(3, feedback(EVE, 2, 1)))
                .orElseThrow();
        assertThat(rehearsal.progression(reader(ADA)).points())
                .containsExactly(point(1, -1, 0, -0.5, -1.5), point(3, 1, 1, 2, 1));
        Progression.Point nothing = rehearsal.progression(reader(BEN)).points().get(0);
        assertThat(List.of(nothing.ownClarity(), nothing.ownFirmness(), nothing.clarity(), nothing.firmness()))
                .as("whoever may not read it sees no marks")
                .allMatch(OptionalDouble::isEmpty);
    }

    private static Progression.Point point(
            int round, double ownClarity, double ownFirmness, double clarity, double firmness) {
        return new Progression.Point(
                round,
                OptionalDouble.of(ownClarity),
                OptionalDouble.of(ownFirmness),
                OptionalDouble.of(clarity),
                OptionalDouble.of(firmness));
    }

    @Test
    void S14_whoever_steps_out_leaves_no_trace() {
        Rehearsal prepared = prepared();
        Rehearsal without = played(
                        prepared, Round.Kind.PLAYED, ImmutableMap.of(ADA, Part.SPEAKER, BEN, Part.COUNTERPART))
                .then(r -> r.assess(1, own(0, 0)))
                .then(r -> r.observe(1, feedback(BEN, 1, 1)))
                .orElseThrow();
        Rehearsal with = played(prepared, Round.Kind.PLAYED, CAST)
                .then(r -> r.assess(1, without.rounds().get(0).selfAssessment().orElseThrow()))
                .then(r -> r.observe(1, without.rounds().get(0).feedback().get(0)))
                .then(r -> r.observe(1, feedback(EVE, 1, 1)))
                .orElseThrow();
        assertThat(with.stepOut(EVE)).isEqualTo(without);
        assertThat(with.stepOut(PersonId.of("fay"))).isEqualTo(with);
    }

    @Test
    void S14_a_round_that_cannot_be_without_them_was_not_played() {
        Rehearsal rehearsal = played(prepared(), Round.Kind.PLAYED, CAST)
                .then(r -> played(
                        r,
                        Round.Kind.REPLAYED,
                        ImmutableMap.of(ADA, Part.SPEAKER, EVE, Part.COUNTERPART, BEN, Part.OBSERVER)))
                .then(r -> played(r, Round.Kind.SWAPPED, SWAPPED))
                .orElseThrow();
        Rehearsal left = rehearsal.stepOut(BEN);
        assertThat(left.rounds()).singleElement().satisfies(r -> {
            assertThat(r.number()).isEqualTo(1);
            assertThat(r.kind()).isEqualTo(Round.Kind.REPLAYED);
            assertThat(r.cast()).containsOnlyKeys(ADA, EVE);
        });
        assertThat(left.peers()).containsExactly(EVE);
    }

    @Test
    void S14_nothing_of_it_is_an_event() {
        Decision<Rehearsal> all = played(prepared(), Round.Kind.PLAYED, CAST)
                .then(r -> r.assess(1, own(0, 0)))
                .then(r -> r.observe(1, feedback(EVE, 1, 1)))
                .map(r -> r.tell(new Aftermath(Aftermath.Outcome.GRANTED, Optional.empty(), Instant.EPOCH)));
        assertThat(all.events()).isEmpty();
        assertThat(all.orElseThrow().aftermath()).hasSize(1);
    }

    @Test
    void what_is_observed_is_a_situation_a_behavior_and_an_impact_with_marks() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Observation("a", "b", "c", 3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Observation("a", "b", "c", 0, -3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Observation(" ", "b", "c", 0, 0))
                .withMessageContaining("situation");
        assertThatIllegalArgumentException().isThrownBy(() -> new Observation("a", "", "c", 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Observation("a", "b", "", 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SelfAssessment("", 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SelfAssessment("a", 3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SelfAssessment("a", 0, 3));
        assertThat(new Observation("canary", "canary", "canary", -2, 2).toString())
                .doesNotContain("canary");
        assertThat(new SelfAssessment("canary", -2, 2).toString()).doesNotContain("canary");
    }

    @Test
    void every_refusal_says_what_to_do() {
        Rehearsal rehearsal = played(prepared(), Round.Kind.PLAYED, CAST).orElseThrow();
        assertThat(rehearsal.observe(1, feedback(BEN, 1, 1)).refusals().get(0).message())
                .isEqualTo(
                        "In round 1 of rehearsal r the one who rehearses has not spoken yet. Let them say first how it"
                                + " was for them.");
        assertThat(rehearsal.observe(7, feedback(BEN, 1, 1)).refusals().get(0).message())
                .isEqualTo("Rehearsal r has 1 rounds and no round 7. Name one of them, from 1.");
        assertThat(played(prepared(), Round.Kind.REPLAYED, CAST)
                        .refusals()
                        .get(0)
                        .message())
                .endsWith("Play one from the start first.");
        assertThat(rehearsal.observe(1, feedback(ADA, 1, 1)).refusals().get(0).message())
                .endsWith("Those who played or watched speak.");
        assertThat(rehearsal
                        .assess(1, own(0, 0))
                        .then(r -> r.assess(1, own(0, 0)))
                        .refusals()
                        .get(0)
                        .message())
                .startsWith("ada has spoken about round 1");
    }
}
