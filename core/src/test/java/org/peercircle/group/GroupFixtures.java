package org.peercircle.group;

import com.google.common.collect.ImmutableSet;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.id.ProposalId;
import org.peercircle.meeting.Cadence;
import org.peercircle.meeting.MeetingTime;
import org.peercircle.people.ReportingDuty;

/** Groups for tests: ada, ben and cleo of two to four, founded at the start. */
final class GroupFixtures {

    static final Instant START = Instant.parse("2027-01-04T09:00:00Z");
    static final PersonId ADA = PersonId.of("ada");
    static final PersonId BEN = PersonId.of("ben");
    static final PersonId CLEO = PersonId.of("cleo");
    static final PersonId DAN = PersonId.of("dan");
    static final PersonId EVE = PersonId.of("eve");
    static final GroupSizing SIZING = new GroupSizing(2, 3, 4);

    private GroupFixtures() {}

    static Instant day(int n) {
        return START.plus(Duration.ofDays(n));
    }

    static CharterTerms terms() {
        return CharterTerms.peerProblemSolving(
                Cadence.monthly(3, DayOfWeek.THURSDAY),
                new MeetingTime(LocalTime.NOON, Duration.ofMinutes(90), ZoneId.of("Europe/Berlin")));
    }

    static CharterSettings settings(ConsentRules consent) {
        return CharterSettings.builder()
                .from(terms().settings())
                .consent(consent)
                .build();
    }

    static ConsentRules all(ConsentRule rule) {
        return new ConsentRules(rule, rule, rule, rule);
    }

    static PeerGroup uncharted(PersonId... people) {
        return PeerGroup.found(
                GroupId.of("g"),
                ProgramId.of("p"),
                CohortId.of("c"),
                "Aurora",
                SIZING,
                people.length == 0 ? List.of(ADA, BEN, CLEO) : List.of(people),
                START);
    }

    static PeerGroup group(ConsentRules consent) {
        return group(settings(consent));
    }

    static PeerGroup group(CharterSettings settings) {
        return uncharted()
                .adopt(Confidential.draftOf(terms().words()), settings, ImmutableSet.of(), START)
                .orElseThrow();
    }

    static PeerGroup group() {
        return group(ConsentRules.USUAL);
    }

    static Departure leaving(int day) {
        return new Departure(day(day), Departure.Kind.LEFT, false, false, Optional.empty());
    }

    static Departure leavingWithSpace(int day) {
        return new Departure(day(day), Departure.Kind.LEFT, true, true, Optional.empty());
    }

    static PeerGroup invite(PeerGroup group, PersonId person, int expires, int at) {
        return group.invite(person, ReportingDuty.NONE, Optional.of(ADA), day(expires), day(at))
                .orElseThrow();
    }

    static PeerGroup propose(PeerGroup group, String id, Motion motion, int closes, int at) {
        return group.propose(ProposalId.of(id), motion, ADA, Optional.of(ADA), ImmutableSet.of(), day(closes), day(at))
                .orElseThrow();
    }

    static PeerGroup votes(PeerGroup group, String id, boolean yes, int at, PersonId... voters) {
        return Stream.of(voters)
                .reduce(
                        group,
                        (g, voter) ->
                                g.vote(ProposalId.of(id), voter, yes, day(at)).orElseThrow(),
                        (one, other) -> other);
    }
}
