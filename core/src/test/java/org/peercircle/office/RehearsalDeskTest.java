package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.RehearsalId;
import org.peercircle.people.Participant;
import org.peercircle.people.PowerRelation;
import org.peercircle.rehearsal.Aftermath;
import org.peercircle.rehearsal.Brief;
import org.peercircle.rehearsal.Observation;
import org.peercircle.rehearsal.Part;
import org.peercircle.rehearsal.Round;
import org.peercircle.rehearsal.SelfAssessment;

/** Practicing hard conversations (S14), and who knows of it (S10). */
class RehearsalDeskTest {

    private static final Observation SEEN =
            new Observation("canary situation", "canary behavior", "canary impact", 1, -1);

    private final Program program = Program.running();
    private final GroupId aurora = program.aurora();

    private static PersonId p(int i) {
        return Program.person(i);
    }

    private static List<String> codes(Decision<?> decision) {
        return decision.refusals().stream().map(r -> r.code()).toList();
    }

    private static Brief brief() {
        return Brief.of("canary ask", "my supervisor")
                .caringAbout("canary interests")
                .fearing("canary fear")
                .opening("canary line")
                .on(LocalDate.of(2027, 2, 1));
    }

    private RehearsalId prepared(Optional<MeetingId> meeting) {
        return program.desk(0)
                .rehearsals()
                .prepare(aurora, meeting, brief())
                .orElseThrow()
                .id();
    }

    private static final ImmutableMap<PersonId, Part> CAST =
            ImmutableMap.of(p(0), Part.SPEAKER, p(1), Part.COUNTERPART, p(2), Part.OBSERVER);

    private RehearsalId played(Optional<MeetingId> meeting) {
        RehearsalId id = prepared(meeting);
        program.desk(0).rehearsals().play(id, Round.Kind.PLAYED, CAST).orElseThrow();
        return id;
    }

    private boolean sees(int person, RehearsalId id) {
        return program.desk(person).rehearsals().view(id).isAccepted();
    }

    @Test
    void S10_what_the_speaker_prepares_is_theirs_until_somebody_has_a_part() {
        RehearsalId id = prepared(Optional.empty());
        assertThat(sees(0, id)).isTrue();
        assertThat(sees(1, id) || sees(3, id) || sees(6, id)).isFalse();
        assertThat(program.desk(0).rehearsals().list(aurora)).hasSize(1);
        assertThat(program.desk(1).rehearsals().list(aurora)).isEmpty();
        program.desk(0).rehearsals().play(id, Round.Kind.PLAYED, CAST).orElseThrow();
        assertThat(sees(1, id) && sees(2, id)).isTrue();
        assertThat(sees(3, id)).as("had no part").isFalse();
        assertThat(codes(program.coordinator.rehearsals().view(id))).containsExactly("not-there");
        RehearsalView bens = program.desk(1).rehearsals().view(id).orElseThrow();
        assertThat(bens.brief().ask()).isEqualTo("canary ask");
        assertThat(bens.brief().worstFear()).contains("canary fear");
        assertThat(bens.progression())
                .as("how it changed is the speaker's to see")
                .isEmpty();
        assertThat(bens.toString()).doesNotContain("canary");
    }

    @Test
    void S10_at_a_meeting_those_present_know_of_it_once_it_is_on_record() {
        MeetingId first = program.coordinator.meetings().calendar(aurora).get(0).id();
        RehearsalId id = played(Optional.of(first));
        program.desk(0)
                .rehearsals()
                .assess(id, 1, new SelfAssessment("x", 0, 0))
                .orElseThrow();
        program.desk(1).rehearsals().observe(id, 1, SEEN).orElseThrow();
        assertThat(sees(3, id)).isFalse();
        program.hold(0);
        assertThat(sees(3, id)).isTrue();
        assertThat(program.desk(3)
                        .rehearsals()
                        .view(id)
                        .orElseThrow()
                        .rounds()
                        .get(0)
                        .feedback())
                .hasSize(1);
        assertThat(codes(program.desk(0).rehearsals().prepare(aurora, Optional.of(MeetingId.of("never")), brief())))
                .containsExactly("not-there");
    }

    @Test
    void S14_peers_speak_after_the_speaker_and_are_heard_by_those_who_were_there() {
        RehearsalId id = played(Optional.empty());
        assertThat(codes(program.desk(1).rehearsals().observe(id, 1, SEEN))).containsExactly("self-assessment-first");
        assertThat(codes(program.desk(1).rehearsals().assess(id, 1, new SelfAssessment("x", 0, 0))))
                .containsExactly("not-allowed");
        program.desk(0)
                .rehearsals()
                .assess(id, 1, new SelfAssessment("canary thoughts", 0, 0))
                .orElseThrow();
        program.desk(1).rehearsals().observe(id, 1, SEEN).orElseThrow();
        assertThat(codes(program.desk(3).rehearsals().observe(id, 1, SEEN))).containsExactly("not-there");
        RehearsalView own = program.desk(0).rehearsals().view(id).orElseThrow();
        assertThat(own.rounds().get(0).feedback()).singleElement().satisfies(f -> {
            assertThat(f.by()).isEqualTo(p(1));
            assertThat(f.observation().behavior()).isEqualTo("canary behavior");
        });
        assertThat(own.progression().orElseThrow().points().get(0).firmness()).hasValue(-1);
        Printed.holdsNothing(own, "canary");
        RehearsalView eves = program.desk(2).rehearsals().view(id).orElseThrow();
        assertThat(eves.rounds().get(0).feedback())
                .as("outside a meeting it is for the speaker")
                .isEmpty();
        assertThat(eves.rounds().get(0).selfAssessment().orElseThrow().thoughts())
                .isEqualTo("canary thoughts");
    }

    @Test
    void S14_whoever_steps_out_is_not_there_any_more() {
        int events = program.repository.events.size();
        RehearsalId id = played(Optional.empty());
        program.desk(0)
                .rehearsals()
                .assess(id, 1, new SelfAssessment("x", 0, 0))
                .orElseThrow();
        program.desk(2).rehearsals().observe(id, 1, SEEN).orElseThrow();
        program.desk(2).rehearsals().stepOut(id).orElseThrow();
        assertThat(program.repository.events).as("without trace").hasSize(events);
        assertThat(sees(2, id)).isFalse();
        RehearsalView left = program.desk(1).rehearsals().view(id).orElseThrow();
        assertThat(left.rounds().get(0).cast()).containsOnlyKeys(p(0), p(1));
        assertThat(left.rounds().get(0).feedback()).isEmpty();
        program.desk(0).rehearsals().stepOut(id).orElseThrow();
        assertThat(sees(0, id) || sees(1, id)).isFalse();
        assertThat(program.desk(0).rehearsals().list(aurora)).isEmpty();
        assertThat(codes(program.desk(0).rehearsals().stepOut(id))).containsExactly("not-there");
        assertThat(program.repository.events.toString()).doesNotContain("canary");
    }

    @Test
    void S14_a_name_where_a_role_should_stand_is_noticed_and_nothing_is_refused() {
        PersonId boss = PersonId.of("boss");
        program.coordinator
                .people()
                .register(Participant.builder()
                        .from(Program.participant(0))
                        .id(boss)
                        .name("Maria Gómez")
                        .powers(List.of())
                        .build())
                .orElseThrow();
        program.coordinator
                .people()
                .register(Participant.builder()
                        .from(Program.participant(0))
                        .addPowers(PowerRelation.supervisedBy(boss))
                        .build())
                .orElseThrow();
        program.coordinator
                .people()
                .register(Participant.builder()
                        .from(Program.participant(3))
                        .name("Noor Haddad")
                        .build())
                .orElseThrow();
        RehearsalDesk own = program.desk(0).rehearsals();
        RehearsalView named = own.prepare(aurora, Optional.empty(), Brief.of("ask Dr. Gomez", "Noor"))
                .orElseThrow();
        assertThat(named.names()).containsExactlyInAnyOrder("Maria Gómez", "Noor Haddad");
        RehearsalView better = own.prepareAnew(named.id(), Brief.of("ask for time", "my supervisor"))
                .orElseThrow();
        assertThat(better.names()).isEmpty();
        own.play(named.id(), Round.Kind.PLAYED, CAST).orElseThrow();
        own.prepareAnew(named.id(), Brief.of("ask Gómez", "my supervisor")).orElseThrow();
        assertThat(program.desk(1).rehearsals().view(named.id()).orElseThrow().names())
                .as("whom the speaker means is not for others to be told")
                .isEmpty();
    }

    @Test
    void C10_a_conflict_or_a_power_hides_a_rehearsal_and_is_told_to_nobody() {
        program.declare(2, "gender", "woman", p(0));
        program.coordinator
                .people()
                .register(Participant.builder()
                        .from(Program.participant(0))
                        .addPowers(PowerRelation.supervisedBy(p(1)))
                        .build())
                .orElseThrow();
        RehearsalId id = prepared(Optional.empty());
        RehearsalView played = program.desk(0)
                .rehearsals()
                .play(
                        id,
                        Round.Kind.PLAYED,
                        ImmutableMap.of(
                                p(0), Part.SPEAKER, p(1), Part.COUNTERPART, p(2), Part.OBSERVER, p(3), Part.TIMEKEEPER))
                .orElseThrow();
        assertThat(played.rounds().get(0).cast()).as("as for any other").hasSize(4);
        assertThat(sees(1, id)).as("has power over the speaker").isFalse();
        assertThat(sees(2, id)).as("declared a conflict").isFalse();
        assertThat(sees(3, id)).isTrue();
    }

    @Test
    void S14_only_members_have_parts_and_only_members_rehearse() {
        RehearsalId id = prepared(Optional.empty());
        RehearsalDesk own = program.desk(0).rehearsals();
        assertThat(codes(own.play(id, Round.Kind.PLAYED, Map.of(p(0), Part.SPEAKER, p(7), Part.COUNTERPART))))
                .containsExactly("not-a-member");
        assertThat(codes(program.desk(7).rehearsals().prepare(aurora, Optional.empty(), brief())))
                .containsExactly("not-there");
        assertThat(codes(program.coordinator.rehearsals().prepare(aurora, Optional.empty(), brief())))
                .containsExactly("not-allowed");
    }

    @Test
    void S14_one_commitment_becomes_a_step_and_what_happened_is_told() {
        RehearsalId id = played(Optional.empty());
        PlanId plan = program.desk(0)
                .plans()
                .draft(
                        aurora,
                        PlanDraft.towards("goal")
                                .addSteps(PlanDraft.StepDraft.of("first", Program.START))
                                .build(),
                        Audience.GROUP)
                .orElseThrow();
        program.desk(0).plans().activate(plan).orElseThrow();
        PlanDraft.StepDraft ask = PlanDraft.StepDraft.of("ask her", Program.START);
        PlanView after = program.desk(0)
                .rehearsals()
                .commit(id, plan, ask, Confidential.draft("it felt right"))
                .orElseThrow();
        assertThat(after.current().steps()).hasSize(2);
        assertThat(program.repository.plan(plan).current().steps().get(1).rehearsal())
                .contains(id);
        assertThat(codes(program.desk(1).rehearsals().commit(id, plan, ask, Confidential.draft("x"))))
                .containsExactly("not-allowed");
        RehearsalView told = program.desk(0)
                .rehearsals()
                .tell(id, Aftermath.Outcome.PARTLY_GRANTED, Optional.of(Confidential.draft("canary told")))
                .orElseThrow();
        assertThat(told.aftermath()).singleElement().satisfies(a -> {
            assertThat(a.outcome()).isEqualTo(Aftermath.Outcome.PARTLY_GRANTED);
            assertThat(a.words()).contains("canary told");
        });
        Printed.holdsNothing(told, "canary");
        assertThat(program.desk(0).plans().story(plan).orElseThrow())
                .extracting(StoryLine::what)
                .contains("Practiced the conversation, one round", "The conversation: partly granted");
        program.desk(0).rehearsals().stepOut(id).orElseThrow();
        assertThat(program.desk(0).plans().story(plan).orElseThrow())
                .as("what is gone is told nowhere")
                .noneMatch(l -> l.kind() == StoryLine.Kind.REHEARSED || l.kind() == StoryLine.Kind.TOLD);
    }
}
