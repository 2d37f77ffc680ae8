package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.peercircle.audit.AuditChain;
import org.peercircle.audit.AuditDetail;
import org.peercircle.audit.AuditLink;
import org.peercircle.audit.AuditVerdict;
import org.peercircle.confidentiality.Audience;
import org.peercircle.decision.Decision;
import org.peercircle.id.PlanId;

/** What the office asks for and does not get, its owner is told; and nobody learns more by asking. */
class RefusedAttemptsTest {

    private final Program program = Program.running();
    private final PlanId plan = program.desk(0)
            .plans()
            .draft(
                    program.aurora(),
                    PlanDraft.towards("a goal")
                            .addSteps(PlanDraft.StepDraft.of("a step", LocalDate.of(2027, 2, 1)))
                            .build(),
                    Audience.JUST_ME)
            .orElseThrow();

    private ImmutableList<AuditLink> links() {
        return program.coordinator.audit().links(0, 100);
    }

    private static String code(Decision<?> decision) {
        return decision.refusals().get(0).code();
    }

    @Test
    void A5_the_owner_is_told_that_the_office_asked() {
        assertThat(code(program.coordinator.plans().view(plan))).isEqualTo("not-there");
        assertThat(code(program.coordinator.plans().activate(plan))).isEqualTo("not-there");
        assertThat(program.desk(0).audit().mine()).hasSize(2).allSatisfy(told -> {
            assertThat(told.what()).isEqualTo(AuditDetail.What.OFFICE_REFUSED);
            assertThat(told.by()).isEqualTo(Program.DANA);
            assertThat(told.facts()).containsEntry("what", "plan").containsEntry("id", plan.value());
        });
        for (int other = 1; other < 12; other++) {
            assertThat(program.desk(other).audit().mine()).isEmpty();
        }
        assertThat(program.coordinator.audit().mine()).isEmpty();
        assertThat(AuditChain.verify(links(), program.coordinator.audit().last()))
                .isInstanceOf(AuditVerdict.Intact.class);
    }

    @Test
    void A7_what_never_was_leaves_the_same_in_the_log() {
        Decision<PlanView> hidden = program.coordinator.plans().view(plan);
        ImmutableList<AuditLink> once = links();
        Decision<PlanView> never = program.coordinator.plans().view(PlanId.of("never"));
        ImmutableList<AuditLink> twice = links();
        assertThat(once).hasSize(1);
        assertThat(twice).hasSize(2);
        assertThat(twice.get(1).day()).isEqualTo(once.get(0).day());
        assertThat(never.toString().replace("never", plan.value())).isEqualTo(hidden.toString());
        assertThat(program.desk(0).audit().mine()).hasSize(1);
    }

    @Test
    void A5_what_members_do_not_get_from_each_other_nobody_is_told() {
        assertThat(code(program.desk(1).plans().view(plan))).isEqualTo("not-there");
        assertThat(code(program.desk(7).plans().view(plan))).isEqualTo("not-there");
        assertThat(program.desk(0).plans().view(plan).isAccepted()).isTrue();
        assertThat(links()).isEmpty();
        assertThat(program.desk(0).audit().mine()).isEmpty();
    }
}
