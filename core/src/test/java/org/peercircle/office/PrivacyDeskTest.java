package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercircle.office.Program.person;

import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.DomainEvent;
import org.peercircle.decision.Refusal;
import org.peercircle.group.Invitation;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.meeting.KindOfHelp;

/** Erasure as the office knows of it; what becomes of the keys is tested where there are some. */
class PrivacyDeskTest {

    private final Program program = Program.running();
    private final GroupId aurora = program.groups.get(0);

    private CohortView cohort() {
        return program.coordinator.cohorts().view(program.cohort).orElseThrow();
    }

    private void erase(int i) {
        assertThat(program.desk(i).privacy().erase(person(i)).orElseThrow()).isTrue();
    }

    @Test
    void E3_what_a_member_said_is_there_for_nobody_any_more_and_what_others_said_is() {
        MeetingId first = program.desk(0).meetings().calendar(aurora).get(0).id();
        for (int i = 0; i < 2; i++) {
            program.desk(i)
                    .meetings()
                    .bring(aurora, first, TopicDraft.of("topic of " + i, KindOfHelp.ADVICE, Duration.ofMinutes(5)))
                    .orElseThrow();
        }
        assertThat(topics(2)).containsExactlyInAnyOrder("topic of 0", "topic of 1");
        erase(0);
        assertThat(topics(2)).containsExactly("topic of 1");
        assertThat(topics(0)).isEmpty();
    }

    private List<String> topics(int viewer) {
        return program.desk(viewer).meetings().calendar(aurora).stream()
                .flatMap(m -> m.topics().stream())
                .map(t -> t.title())
                .toList();
    }

    @Test
    void whoever_is_erased_leaves_the_group_and_their_seat_is_free() {
        int vacancies = program.coordinator.groups().view(aurora).orElseThrow().vacancies();
        erase(0);
        GroupView after = program.coordinator.groups().view(aurora).orElseThrow();
        assertThat(after.members()).doesNotContain(person(0)).hasSize(5);
        assertThat(after.vacancies()).isEqualTo(vacancies + 1);
        assertThat(cohort().seated()).doesNotContain(person(0)).hasSize(11);
        assertThat(program.coordinator.people().view(person(0)).isAccepted()).isFalse();
        assertThat(program.repository.forgotten).containsExactly(person(0));
        assertThat(program.repository.events)
                .filteredOn(e -> e.type().equals("person-erased"))
                .extracting(DomainEvent::subject)
                .containsExactly("p0");
    }

    @Test
    void whoever_waits_or_is_invited_gives_up_their_place() {
        program.desk(0).groups().depart(aurora, person(0), DepartureDraft.now()).orElseThrow();
        program.coordinator
                .seats()
                .invite(aurora, person(12), Period.ofDays(14))
                .orElseThrow();
        assertThat(cohort().invited()).containsExactly(person(12));
        erase(12);
        assertThat(cohort().invited()).isEmpty();
        assertThat(program.desk(1).seats().invitations(aurora))
                .extracting(InvitationView::state)
                .containsOnly(Invitation.State.WITHDRAWN);
        assertThat(cohort().waiting()).doesNotContain(person(12)).contains(person(13));
        erase(13);
        assertThat(cohort().waiting()).doesNotContain(person(13));
    }

    @Test
    void alumni_lose_their_space_when_they_are_erased_also_after_a_departure_that_was_to_come() {
        program.desk(0)
                .groups()
                .depart(aurora, person(0), DepartureDraft.on(program.now.plus(Duration.ofDays(30))))
                .orElseThrow();
        erase(0);
        assertThat(program.coordinator.groups().view(aurora).orElseThrow().members())
                .doesNotContain(person(0));
        program.desk(1)
                .groups()
                .depart(aurora, person(1), DepartureDraft.now().keepingSpace())
                .orElseThrow();
        erase(1);
        assertThat(program.coordinator.groups().view(aurora).orElseThrow().members())
                .hasSize(4);
    }

    @Test
    void E5_erasing_again_or_somebody_unknown_looks_the_same_and_changes_nothing() {
        erase(0);
        int commits = program.repository.commits;
        assertThat(program.coordinator.privacy().erase(person(0)).orElseThrow()).isTrue();
        assertThat(program.coordinator.privacy().erase(PersonId.of("nobody")).orElseThrow())
                .isTrue();
        assertThat(program.repository.commits).isEqualTo(commits);
        // Once more for whoever was known, so that what was interrupted is completed.
        assertThat(program.repository.forgotten).containsExactly(person(0), person(0));
    }

    @Test
    void an_erased_id_is_not_given_to_anybody_again() {
        erase(0);
        assertThat(program.coordinator.people().register(Program.participant(0)).refusals())
                .extracting(Refusal::code)
                .containsExactly("was-erased");
    }

    @Test
    void E9_what_was_written_about_somebody_erased_is_listed_for_its_author_alone() {
        MeetingId first = program.desk(0).meetings().calendar(aurora).get(0).id();
        program.desk(0)
                .meetings()
                .note(aurora, first, Confidential.draft("about the third"), Audience.GROUP.about(List.of(person(3))))
                .orElseThrow();
        assertThat(notes(2)).containsExactly("about the third");
        assertThat(notes(3)).as("whom it is about").isEmpty();
        assertThat(program.desk(0).privacy().toReview()).isEmpty();
        erase(3);
        assertThat(program.desk(0).privacy().toReview()).singleElement().satisfies(piece -> {
            assertThat(piece.about()).isEqualTo(person(3));
            assertThat(piece.kind()).isEqualTo("meeting");
            assertThat(piece.id()).isEqualTo(first.value());
        });
        assertThat(program.desk(2).privacy().toReview()).isEmpty();
        assertThat(program.coordinator.privacy().toReview()).isEmpty();
        assertThat(notes(2)).as("what others wrote stays").containsExactly("about the third");
    }

    private List<String> notes(int viewer) {
        return program.desk(viewer).meetings().calendar(aurora).stream()
                .flatMap(m -> m.notes().stream())
                .map(n -> n.text())
                .toList();
    }

    @Test
    void nobody_erases_a_peer_and_the_office_exports_nobody() {
        assertThat(program.desk(0).privacy().erase(person(1)).refusals())
                .extracting(Refusal::code)
                .containsExactly("not-allowed");
        assertThat(program.coordinator.privacy().export().refusals())
                .extracting(Refusal::code)
                .containsExactly("not-allowed");
        assertThat(program.coordinator.privacy().toReview()).isEmpty();
    }

    @Test
    void a_person_takes_along_where_they_were() {
        PersonExport export = program.desk(0).privacy().export().orElseThrow();
        assertThat(export.registered().orElseThrow().name()).isEqualTo("Person 0");
        assertThat(export.places()).extracting(PersonExport.Place::name).containsExactly("Spring");
        assertThat(export.stays()).extracting(PersonExport.Stay::name).containsExactly("Aurora");
        erase(0);
        PersonExport after = program.desk(0).privacy().export().orElseThrow();
        assertThat(after.registered()).isEmpty();
        assertThat(after.pieces()).isEmpty();
    }

    @Test
    void a_plan_of_somebody_erased_is_gone_with_them() {
        var plan = program.desk(0)
                .plans()
                .draft(aurora, PlanDeskTest.draft().build(), Audience.GROUP)
                .orElseThrow();
        assertThat(program.desk(1).plans().list(aurora)).hasSize(1);
        erase(0);
        assertThat(program.desk(1).plans().list(aurora)).isEmpty();
        assertThat(program.desk(1).plans().view(plan).refusals())
                .isEqualTo(program.desk(0).plans().view(plan).refusals());
    }
}
