package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.peercircle.cohort.Eligibility;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.formation.Effort;
import org.peercircle.formation.GroupFormer;
import org.peercircle.group.CharterTerms;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.IdSource;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.meeting.Attendance;
import org.peercircle.meeting.Cadence;
import org.peercircle.meeting.MeetingTime;
import org.peercircle.people.Affiliation;
import org.peercircle.people.CareerStage;
import org.peercircle.people.Declarations;
import org.peercircle.people.IdentityUse;
import org.peercircle.people.Participant;
import org.peercircle.people.PowerRelation;

/** A running program of two groups for tests: p0 to p11 seated by hand, p12 and p13 waiting, dana in the office. */
final class Program {

    static final LocalDate START = LocalDate.of(2027, 1, 4);
    static final PersonId DANA = PersonId.of("dana");

    final MapRepository repository = new MapRepository();
    Instant now = Instant.parse("2026-12-01T09:00:00Z");
    final PeerOffice office = PeerOffice.of(ProgramId.of("test"), repository, () -> now, IdSource.counting("t"));
    final Desk coordinator = office.as(Actor.coordinator(DANA));
    CohortId cohort = CohortId.of("none");
    ImmutableList<GroupId> groups = ImmutableList.of();

    static PersonId person(int i) {
        return PersonId.of("p" + i);
    }

    Desk desk(int i) {
        return office.as(Actor.participant(person(i)));
    }

    static Participant participant(int i) {
        Participant.Builder builder = Participant.builder()
                .id(person(i))
                .name("Person " + i)
                .stage(CareerStage.POSTDOC)
                .addAffiliations(Affiliation.department("D" + i % 4), Affiliation.lab("L" + i % 7));
        // p11 supervises p5, which the rules keep apart.
        return i == 5
                ? builder.addPowers(PowerRelation.supervisedBy(person(11))).build()
                : builder.build();
    }

    static Program enrolling() {
        Program program = new Program();
        for (int i = 0; i < 14; i++) {
            program.coordinator.people().register(participant(i)).orElseThrow();
        }
        program.cohort = program.coordinator
                .cohorts()
                .open(new CohortTerms(
                        "Spring", Eligibility.stage(CareerStage.POSTDOC), GroupSizing.PEER_PROBLEM_SOLVING))
                .orElseThrow()
                .id();
        for (int i = 0; i < 12; i++) {
            program.coordinator.cohorts().enroll(program.cohort, person(i)).orElseThrow();
        }
        return program;
    }

    static Program running() {
        Program program = enrolling();
        program.coordinator.cohorts().startForming(program.cohort).orElseThrow();
        program.groups = program.coordinator
                .cohorts()
                .found(program.cohort, List.of(founding("Aurora", 0), founding("Birch", 6)))
                .orElseThrow();
        program.now = START.atTime(9, 0).atZone(ZoneId.of("UTC")).toInstant();
        for (int i = 0; i < 12; i++) {
            program.desk(i).agreements().acknowledge(program.groups.get(i / 6)).orElseThrow();
        }
        program.coordinator.cohorts().enroll(program.cohort, person(12)).orElseThrow();
        program.coordinator.cohorts().enroll(program.cohort, person(13)).orElseThrow();
        program.coordinator.meetings().schedule(program.groups.get(0), START, 6).orElseThrow();
        return program;
    }

    private static Founding founding(String name, int first) {
        List<PersonId> members = new ArrayList<>();
        for (int i = first; i < first + 6; i++) {
            members.add(person(i));
        }
        return new Founding(name, ImmutableList.copyOf(members), charter());
    }

    static CharterTerms charter() {
        return CharterTerms.peerProblemSolving(
                Cadence.monthly(3, DayOfWeek.THURSDAY),
                new MeetingTime(LocalTime.NOON, Duration.ofMinutes(90), ZoneId.of("Europe/Berlin")));
    }

    void declare(int i, String axis, String value, PersonId... conflicts) {
        desk(i).people()
                .declare(Confidential.draftOf(declared(axis, value, conflicts)))
                .orElseThrow();
    }

    private static Declarations declared(String axis, String value, PersonId... conflicts) {
        Declarations declared =
                Declarations.NONE.declaring(axis, ImmutableSet.of(value), ImmutableSet.copyOf(IdentityUse.values()));
        for (PersonId other : conflicts) {
            declared = declared.keptApartFrom(other);
        }
        return declared;
    }

    /** Invites somebody, lets every member say yes, and has them accept and say yes to the charter. */
    void admit(GroupId group, int i) {
        coordinator.seats().invite(group, person(i), Period.ofDays(14)).orElseThrow();
        coordinator
                .groups()
                .view(group)
                .orElseThrow()
                .members()
                .forEach(member -> office.as(Actor.participant(member))
                        .seats()
                        .vote(group, person(i), true)
                        .orElseThrow());
        desk(i).seats().accept(group).orElseThrow();
        desk(i).agreements().acknowledge(group).orElseThrow();
    }

    GroupFormer former() {
        return GroupFormer.withEffort(Effort.moves(10_000));
    }

    GroupId aurora() {
        return groups.get(0);
    }

    /** Holds the n-th meeting of Aurora with everybody there, guided by whose turn it is. */
    PersonId hold(int n) {
        MeetingView meeting = coordinator.meetings().calendar(aurora()).get(n);
        now = meeting.startsAt().plus(Duration.ofHours(2));
        PersonId moderator =
                coordinator.turns().next(aurora(), 1).orElseThrow().get(0).moderator();
        Map<PersonId, Attendance> there = new LinkedHashMap<>();
        coordinator.groups().view(aurora()).orElseThrow().members().forEach(m -> there.put(m, Attendance.PRESENT));
        office.as(Actor.participant(moderator))
                .meetings()
                .hold(aurora(), meeting.id(), MinutesDraft.moderatedBy(moderator, there))
                .orElseThrow();
        return moderator;
    }
}
