package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.group.Motion;
import org.peercircle.people.Participant;
import org.peercircle.people.ReportingDuty;

/** What members are promised, in words made from the charter and the members as they are (S10, X4). */
class PromiseTest {

    private final Program program = Program.running();

    private void bind(int i, ReportingDuty duty) {
        program.coordinator
                .people()
                .register(Participant.builder()
                        .from(Program.participant(i))
                        .reportingDuty(duty)
                        .build())
                .orElseThrow();
    }

    private Promise promise(Desk desk) {
        return desk.agreements().promise(program.aurora()).orElseThrow();
    }

    @Test
    void X4_who_must_report_is_told_before_one_joins_and_at_each_meeting() {
        bind(2, ReportingDuty.MANDATORY);
        bind(3, ReportingDuty.CONFIDENTIAL_RESOURCE);
        String must = "Person 2 must by law or rule report certain things, whatever is promised here.";
        String may = "Person 3 may by law keep to themselves what others must report.";
        program.coordinator
                .seats()
                .invite(program.aurora(), Program.person(12), Period.ofDays(14))
                .orElseThrow();
        assertThat(promise(program.desk(12)).duties()).containsExactly(must, may);
        assertThat(program.desk(0).meetings().calendar(program.aurora()))
                .allSatisfy(meeting -> assertThat(meeting.reminder())
                        .contains(must, may)
                        .containsAll(promise(program.desk(0)).amongMembers()));
    }

    @Test
    void S10_the_reminder_is_for_members_who_said_yes() {
        assertThat(program.coordinator.meetings().calendar(program.aurora()))
                .isNotEmpty()
                .allMatch(m -> m.reminder().isEmpty());
        assertThat(program.desk(7).agreements().promise(program.aurora()).refusals())
                .hasToString(program.desk(13)
                        .agreements()
                        .promise(program.aurora())
                        .refusals()
                        .toString());
        assertThat(program.desk(7).agreements().promise(program.aurora()).isAccepted())
                .isFalse();
    }

    @Test
    void S10_what_the_office_is_said_to_see_follows_the_charter() {
        assertThat(promise(program.desk(0)).office())
                .contains("It does not see who attended; your charter does not allow it.");
        Motion.Amend seen = new Motion.Amend(
                Confidential.draftOf(Program.charter().words()),
                Program.charter().settings().withOfficeSeeingAttendance(true));
        var proposal = program.desk(0)
                .agreements()
                .propose(program.aurora(), seen, Period.ofDays(14))
                .orElseThrow();
        for (int i = 0; i < 6; i++) {
            program.desk(i).agreements().vote(program.aurora(), proposal.id(), true);
        }
        assertThat(promise(program.coordinator).office())
                .contains("It sees who attended, as your charter allows, and never why somebody was away.");
    }

    @Test
    void it_says_what_it_cannot_protect_from() {
        Promise promise = promise(program.desk(0));
        assertThat(promise.limits()).hasSize(4);
        assertThat(Iterables.concat(promise.amongMembers(), promise.readers(), promise.office()))
                .allMatch(sentence -> sentence.endsWith("."));
    }
}
