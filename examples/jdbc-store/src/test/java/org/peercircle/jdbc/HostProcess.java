package org.peercircle.jdbc;

import com.google.common.collect.ImmutableList;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.peercircle.cohort.Eligibility;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.group.CharterTerms;
import org.peercircle.group.Invitation;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.IdSource;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.ProgramId;
import org.peercircle.meeting.Cadence;
import org.peercircle.meeting.MeetingTime;
import org.peercircle.moderation.MeetingRole;
import org.peercircle.office.Actor;
import org.peercircle.office.CohortTerms;
import org.peercircle.office.Desk;
import org.peercircle.office.Founding;
import org.peercircle.office.GroupView;
import org.peercircle.office.InvitationView;
import org.peercircle.office.MeetingView;
import org.peercircle.office.PeerOffice;
import org.peercircle.office.PlanDraft;
import org.peercircle.office.PlanView;
import org.peercircle.office.port.StoreUnavailableException;
import org.peercircle.people.Affiliation;
import org.peercircle.people.CareerStage;
import org.peercircle.people.Participant;
import org.peercircle.persistence.RecordRepository;
import org.peercircle.persistence.Sealing;
import org.peercircle.persistence.file.FileKeyVault;
import org.peercircle.plan.CheckIn;
import org.peercircle.plan.Report;

/**
 * One of several hosts that work on the same program in the same database: members are seated, report on the same step and
 * arrange their turns, as fast as it can, until it is killed. What was accepted it prints.
 */
final class HostProcess {

    static final int MEMBERS = 6;
    static final int WAITING = 14;
    static final int MOST_MEMBERS = 10;
    static final String DONE = "done ";
    static final String WHOLE = " in full";

    private static final Instant NOW = Instant.parse("2027-01-05T10:00:00Z");
    private static final ProgramId PROGRAM = ProgramId.of("two-hosts");

    private final PeerOffice office;
    private final String url;
    private final HikariDataSource pool;

    HostProcess(String url, Path vault, byte[] rootKey) {
        this.url = url;
        pool = Databases.pool(url);
        JdbcRecordStore.migrate(pool);
        RecordRepository repository = RecordRepository.over(
                JdbcRecordStore.over(ConnectionSource.of(pool)),
                Sealing.of(FileKeyVault.open(vault), rootKey, Databases.CUSTODIANS));
        office = PeerOffice.of(
                PROGRAM, repository, () -> NOW, IdSource.timeOrdered(Clock.systemUTC(), new SecureRandom()));
    }

    String url() {
        return url;
    }

    void close() {
        pool.close();
    }

    Desk coordinator() {
        return office.as(Actor.coordinator(PersonId.of("dana")));
    }

    Desk desk(int i) {
        return office.as(Actor.participant(person(i)));
    }

    static PersonId person(int i) {
        return PersonId.of("p" + i);
    }

    /** Two groups that meet, each member with a plan; and people who wait for a seat. */
    CohortId setUp() {
        int all = 2 * MEMBERS + WAITING;
        for (int i = 0; i < all; i++) {
            coordinator()
                    .people()
                    .register(Participant.builder()
                            .id(person(i))
                            .name("Person " + i)
                            .stage(CareerStage.POSTDOC)
                            .addAffiliations(Affiliation.department("D" + i % 4))
                            .build())
                    .orElseThrow();
        }
        CohortId cohort = coordinator()
                .cohorts()
                .open(new CohortTerms(
                        "Spring", Eligibility.stage(CareerStage.POSTDOC), GroupSizing.PEER_PROBLEM_SOLVING))
                .orElseThrow()
                .id();
        for (int i = 0; i < 2 * MEMBERS; i++) {
            coordinator().cohorts().enroll(cohort, person(i)).orElseThrow();
        }
        coordinator().cohorts().startForming(cohort).orElseThrow();
        ImmutableList<GroupId> groups = coordinator()
                .cohorts()
                .found(cohort, List.of(founding("Aurora", 0), founding("Birch", MEMBERS)))
                .orElseThrow();
        for (int i = 2 * MEMBERS; i < all; i++) {
            coordinator().cohorts().enroll(cohort, person(i)).orElseThrow();
        }
        for (int i = 0; i < 2 * MEMBERS; i++) {
            GroupId group = groups.get(i / MEMBERS);
            desk(i).agreements().acknowledge(group).orElseThrow();
            PlanId plan = desk(i).plans()
                    .draft(
                            group,
                            PlanDraft.towards("Ask for a lighter load")
                                    .addSteps(PlanDraft.StepDraft.of("Write to the chair", LocalDate.of(2027, 2, 1)))
                                    .build(),
                            Audience.GROUP_AND_NEWCOMERS)
                    .orElseThrow();
            desk(i).plans().activate(plan).orElseThrow();
        }
        for (GroupId group : groups) {
            coordinator()
                    .meetings()
                    .schedule(group, LocalDate.of(2027, 1, 6), 6)
                    .orElseThrow();
        }
        return cohort;
    }

    private static Founding founding(String name, int first) {
        return new Founding(
                name,
                IntStream.range(first, first + MEMBERS)
                        .mapToObj(HostProcess::person)
                        .collect(ImmutableList.toImmutableList()),
                CharterTerms.peerProblemSolving(
                        Cadence.monthly(3, DayOfWeek.THURSDAY),
                        new MeetingTime(LocalTime.NOON, Duration.ofMinutes(90), ZoneId.of("Europe/Berlin"))));
    }

    ImmutableList<GroupView> groups(CohortId cohort) {
        return coordinator().groups().list(cohort).stream()
                .sorted(Comparator.comparing(GroupView::name))
                .collect(ImmutableList.toImmutableList());
    }

    PlanView planOf(int i, GroupId group) {
        return desk(i).plans().list(group).stream()
                .filter(plan -> plan.owner().equals(person(i)))
                .findFirst()
                .orElseThrow();
    }

    /** Works until killed, or nobody listens, saying of each thing that it was done only once it was. */
    private void work(CohortId cohort, String name, Random random) {
        ImmutableList<GroupId> groups =
                groups(cohort).stream().map(GroupView::id).collect(ImmutableList.toImmutableList());
        for (int n = 0; !System.out.checkError(); n++) {
            GroupId group = groups.get(random.nextInt(2));
            int first = groups.indexOf(group) * MEMBERS;
            switch (random.nextInt(4)) {
                case 0 -> seat(group, 2 * MEMBERS + random.nextInt(WAITING));
                case 1, 2 -> checkIn(first, group, name + "-" + n);
                default -> arrangeTurns(first + random.nextInt(MEMBERS), group, random);
            }
        }
    }

    private void seat(GroupId group, int who) {
        attempt(
                "",
                () -> coordinator()
                        .seats()
                        .invite(group, person(who), Period.ofDays(7))
                        .isAccepted());
        coordinator()
                .groups()
                .view(group)
                .orElseThrow()
                .members()
                .forEach(member -> attempt(
                        "",
                        () -> office.as(Actor.participant(member))
                                .seats()
                                .vote(group, person(who), true)
                                .isAccepted()));
        attempt(
                "seated " + who + " " + group,
                () -> desk(who)
                        .seats()
                        .accept(group)
                        .map(InvitationView::state)
                        .equals(Decision.accept(Invitation.State.JOINED)));
    }

    private void checkIn(int who, GroupId group, String note) {
        PlanView plan = planOf(who, group);
        Report report = Report.builder()
                .result(CheckIn.Result.PARTLY)
                .note(Confidential.draft(note))
                .build();
        attempt(
                "reported " + group + " " + note,
                () -> desk(who)
                        .plans()
                        .checkIn(plan.id(), plan.current().steps().get(0).id(), report)
                        .isAccepted());
    }

    /** Offers one's turn for somebody else's, or says yes to an offer. */
    private void arrangeTurns(int who, GroupId group, Random random) {
        ImmutableList<MeetingView> meetings = coordinator().meetings().calendar(group);
        MeetingId one = meetings.get(random.nextInt(meetings.size())).id();
        MeetingId other = meetings.get(random.nextInt(meetings.size())).id();
        attempt(
                "",
                () -> desk(who)
                        .turns()
                        .offerSwap(group, MeetingRole.MODERATOR, one, other)
                        .isAccepted());
        attempt(
                "",
                () -> desk(who)
                        .turns()
                        .arranged(group)
                        .map(arranged -> arranged.offers().stream()
                                .map(offer -> offer.offered().person())
                                .toList())
                        .orElseThrow()
                        .stream()
                        .anyMatch(from -> desk(who)
                                .turns()
                                .answerSwap(group, MeetingRole.MODERATOR, from, true)
                                .isAccepted()));
    }

    private static void attempt(String what, BooleanSupplier doing) {
        try {
            if (doing.getAsBoolean() && !what.isEmpty()) {
                System.out.println(DONE + what + WHOLE);
            }
        } catch (StoreUnavailableException unknown) {
            System.out.println("unavailable: " + unknown.getMessage());
        }
    }

    public static void main(String[] arguments) {
        HostProcess host = new HostProcess(
                arguments[0], Path.of(arguments[1]), HexFormat.of().parseHex(arguments[2]));
        host.work(CohortId.of(arguments[3]), arguments[4], new Random(arguments[4].hashCode()));
    }
}
