package org.peercircle.benchmarks;

import com.google.common.collect.ImmutableList;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.peercircle.cohort.Eligibility;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.confidentiality.Audience;
import org.peercircle.group.CharterTerms;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.IdSource;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.ProgramId;
import org.peercircle.jdbc.ConnectionSource;
import org.peercircle.jdbc.JdbcRecordStore;
import org.peercircle.meeting.Cadence;
import org.peercircle.meeting.MeetingTime;
import org.peercircle.moderation.MeetingRole;
import org.peercircle.office.Actor;
import org.peercircle.office.CohortTerms;
import org.peercircle.office.Desk;
import org.peercircle.office.Founding;
import org.peercircle.office.PeerOffice;
import org.peercircle.office.PlanDraft;
import org.peercircle.people.Affiliation;
import org.peercircle.people.CareerStage;
import org.peercircle.people.Participant;
import org.peercircle.persistence.RecordRepository;
import org.peercircle.persistence.Sealing;
import org.peercircle.persistence.memory.InMemoryKeyVault;

/**
 * The office's operations over the store, and JDBC by hand that says the same to the database: what one operation said was
 * written down, and is said again in one transaction, without sealing, deciding or reading any of it.
 */
final class OfficeCalls {

    private static final int MEMBERS = 8;
    private static final int PLANS = 10;
    private static final Instant NOW = Instant.parse("2027-01-05T10:00:00Z");

    private OfficeCalls() {}

    static List<SideBySide> all(DataSource source) {
        return List.of(
                sideBySide(source, "office: somebody's details change", OfficeCalls::register),
                sideBySide(source, "office: a turn is skipped, or kept again", OfficeCalls::arrange),
                sideBySide(
                        source,
                        "office: a plan is looked at",
                        program -> program.member().plans().view(program.plan()).orElseThrow()),
                sideBySide(
                        source,
                        "office: the meetings of a group",
                        program -> program.member().meetings().calendar(program.group())),
                sideBySide(
                        source,
                        "office: a group's page with ten plans",
                        program ->
                                program.member().groups().page(program.group()).orElseThrow()));
    }

    private interface Operation {
        void on(Program program);
    }

    /** A group that meets, with plans, in a program of its own. */
    private record Program(PeerOffice office, GroupId group, PlanId plan, MeetingId first, int[] count) {
        Desk member() {
            return office.as(Actor.participant(person(0)));
        }
    }

    private static SideBySide sideBySide(DataSource source, String name, Operation operation) {
        AtomicInteger roundTrips = new AtomicInteger();
        return new SideBySide(
                name,
                thread -> {
                    Program program = program(source);
                    return () -> operation.on(program);
                },
                thread -> {
                    Recording said = new Recording();
                    Program program = program(said.of(source));
                    operation.on(program);
                    said.record(() -> operation.on(program));
                    roundTrips.set(said.roundTrips());
                    return () -> said.playback(source);
                },
                roundTrips::get);
    }

    private static void register(Program program) {
        program.office()
                .as(Actor.coordinator(PersonId.of("dana")))
                .people()
                .register(participant(1, "Name " + program.count()[0]++ % 2))
                .orElseThrow();
    }

    /** The first turn is somebody's: they skip it and keep it by turns. */
    private static void arrange(Program program) {
        MeetingId meeting = program.first();
        Desk desk = program.office().as(Actor.participant(person(0)));
        if (program.count()[0]++ % 2 == 0) {
            desk.turns().skip(program.group(), meeting, MeetingRole.MODERATOR).orElseThrow();
        } else {
            desk.turns()
                    .keepTurn(program.group(), meeting, MeetingRole.MODERATOR)
                    .orElseThrow();
        }
    }

    private static PersonId person(int i) {
        return PersonId.of("p" + i);
    }

    private static Participant participant(int i, String name) {
        return Participant.builder()
                .id(person(i))
                .name(name)
                .stage(CareerStage.POSTDOC)
                .addAffiliations(Affiliation.department("D" + i % 4))
                .build();
    }

    private static Program program(DataSource source) {
        RecordRepository repository = RecordRepository.over(
                JdbcRecordStore.over(ConnectionSource.of(source)), Sealing.forThisProcess(new InMemoryKeyVault()));
        PeerOffice office = PeerOffice.of(
                ProgramId.of("bench-" + UUID.randomUUID()),
                repository,
                () -> NOW,
                IdSource.timeOrdered(Clock.systemUTC(), new SecureRandom()));
        Desk dana = office.as(Actor.coordinator(PersonId.of("dana")));
        for (int i = 0; i < MEMBERS; i++) {
            dana.people().register(participant(i, "Person " + i)).orElseThrow();
        }
        CohortId cohort = dana.cohorts()
                .open(new CohortTerms(
                        "Spring", Eligibility.stage(CareerStage.POSTDOC), GroupSizing.PEER_PROBLEM_SOLVING))
                .orElseThrow()
                .id();
        for (int i = 0; i < MEMBERS; i++) {
            dana.cohorts().enroll(cohort, person(i)).orElseThrow();
        }
        dana.cohorts().startForming(cohort).orElseThrow();
        GroupId group =
                dana.cohorts().found(cohort, List.of(founding())).orElseThrow().get(0);
        for (int i = 0; i < MEMBERS; i++) {
            office.as(Actor.participant(person(i)))
                    .agreements()
                    .acknowledge(group)
                    .orElseThrow();
        }
        dana.meetings().schedule(group, LocalDate.of(2027, 1, 6), 6).orElseThrow();
        PlanId plan = null;
        for (int i = 0; i < PLANS; i++) {
            Desk owner = office.as(Actor.participant(person(i % MEMBERS)));
            plan = owner.plans()
                    .draft(
                            group,
                            PlanDraft.towards("Ask for a lighter load")
                                    .addSteps(PlanDraft.StepDraft.of("Write to the chair", LocalDate.of(2027, 2, 1)))
                                    .build(),
                            Audience.GROUP_AND_NEWCOMERS)
                    .orElseThrow();
            owner.plans().activate(plan).orElseThrow();
        }
        Desk first = office.as(Actor.participant(person(0)));
        MeetingId mine = first.turns().next(group, 6).orElseThrow().stream()
                .filter(turn -> turn.duty(MeetingRole.MODERATOR)
                        .filter(duty -> duty.person().equals(person(0)))
                        .isPresent())
                .flatMap(turn -> turn.meeting().stream())
                .findFirst()
                .orElseThrow();
        return new Program(office, group, Objects.requireNonNull(plan), mine, new int[1]);
    }

    private static Founding founding() {
        return new Founding(
                "Aurora",
                IntStream.range(0, MEMBERS).mapToObj(OfficeCalls::person).collect(ImmutableList.toImmutableList()),
                CharterTerms.peerProblemSolving(
                        Cadence.monthly(3, DayOfWeek.THURSDAY),
                        new MeetingTime(LocalTime.NOON, Duration.ofMinutes(90), ZoneId.of("Europe/Berlin"))));
    }
}
