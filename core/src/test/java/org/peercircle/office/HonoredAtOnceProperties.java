package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.PlanId;
import org.peercircle.people.Declarations;
import org.peercircle.people.Participant;
import org.peercircle.people.PowerRelation;

/**
 * Law C14: a narrowing, a departure, a power relation or a conflict that was committed before a read is honored by it, and
 * so is its end; whoever read just before keeps nothing.
 */
class HonoredAtOnceProperties {

    private static final int OWNER = 0;
    private static final int READER = 1;

    /** What changes between two reads. */
    enum Change {
        SHARED,
        NARROWED,
        POWER_GAINED,
        POWER_LOST,
        CONFLICT_DECLARED_BY_OWNER,
        CONFLICT_DECLARED_BY_READER,
        CONFLICTS_WITHDRAWN,
        READER_DEPARTS
    }

    @Property(tries = 60)
    void C14_what_was_committed_before_a_read_is_honored_by_it(@ForAll @Size(min = 1, max = 12) List<Change> changes) {
        Program program = Program.running();
        PlanId plan = program.desk(OWNER)
                .plans()
                .draft(
                        program.aurora(),
                        PlanDraft.towards("Ask for a lighter load")
                                .addSteps(PlanDraft.StepDraft.of("Write to the chair", LocalDate.of(2027, 2, 1)))
                                .build(),
                        Audience.GROUP_AND_NEWCOMERS)
                .orElseThrow();
        program.desk(OWNER).plans().activate(plan).orElseThrow();
        boolean shared = true;
        boolean power = false;
        boolean conflictOfOwner = false;
        boolean conflictOfReader = false;
        boolean member = true;
        for (Change change : changes) {
            switch (change) {
                case SHARED -> {
                    program.desk(OWNER)
                            .plans()
                            .share(plan, Audience.GROUP_AND_NEWCOMERS)
                            .orElseThrow();
                    shared = true;
                }
                case NARROWED -> {
                    program.desk(OWNER).plans().share(plan, Audience.JUST_ME).orElseThrow();
                    shared = false;
                }
                case POWER_GAINED -> {
                    supervised(program, true);
                    power = true;
                }
                case POWER_LOST -> {
                    supervised(program, false);
                    power = false;
                }
                case CONFLICT_DECLARED_BY_OWNER -> {
                    declare(program, OWNER, Declarations.NONE.keptApartFrom(Program.person(READER)));
                    conflictOfOwner = true;
                }
                case CONFLICT_DECLARED_BY_READER -> {
                    declare(program, READER, Declarations.NONE.keptApartFrom(Program.person(OWNER)));
                    conflictOfReader = true;
                }
                case CONFLICTS_WITHDRAWN -> {
                    declare(program, OWNER, Declarations.NONE);
                    declare(program, READER, Declarations.NONE);
                    conflictOfOwner = false;
                    conflictOfReader = false;
                }
                case READER_DEPARTS -> {
                    if (member) {
                        leave(program, power);
                    }
                    member = false;
                }
            }
            boolean mayRead = shared && member && !power && !conflictOfOwner && !conflictOfReader;
            assertThat(program.desk(READER).plans().view(plan).isAccepted())
                    .as(change + " of " + changes)
                    .isEqualTo(mayRead);
            assertThat(program.desk(READER).plans().list(program.aurora())).hasSize(mayRead ? 1 : 0);
            assertThat(program.desk(OWNER).plans().view(plan).isAccepted())
                    .as("C6: its owner always does")
                    .isTrue();
        }
    }

    private static void supervised(Program program, boolean isSupervised) {
        Participant.Builder owner = Participant.builder()
                .from(Program.participant(OWNER))
                .powers(isSupervised ? List.of(PowerRelation.supervisedBy(Program.person(READER))) : List.of());
        program.coordinator.people().register(owner.build()).orElseThrow();
    }

    private static void declare(Program program, int who, Declarations declarations) {
        program.desk(who).people().declare(Confidential.draftOf(declarations)).orElseThrow();
    }

    /** Who has power over a member does not see the group any more; the office then records that they left. */
    private static void leave(Program program, boolean power) {
        Desk desk = power ? program.coordinator : program.desk(READER);
        desk.groups()
                .depart(program.aurora(), Program.person(READER), DepartureDraft.now())
                .orElseThrow();
    }
}
