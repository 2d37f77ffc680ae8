package org.peercircle.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.cohort.SizeAssessment;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.meeting.Cadence;
import org.peercircle.meeting.MeetingTime;

class PeerGroupTest {

    private static final Instant START = Instant.parse("2027-01-04T09:00:00Z");
    private static final PersonId ADA = PersonId.of("ada");
    private static final PersonId BEN = PersonId.of("ben");
    private static final PersonId CLEO = PersonId.of("cleo");

    private static PeerGroup trio() {
        return PeerGroup.found(
                GroupId.of("g"),
                ProgramId.of("p"),
                CohortId.of("c"),
                "Aurora",
                GroupSizing.DYAD,
                List.of(ADA, BEN),
                START);
    }

    private static Instant day(int n) {
        return START.plus(Duration.ofDays(n));
    }

    @Test
    void S7_who_was_a_member_is_exact_to_the_instant_and_kept() {
        PeerGroup group = trio().depart(BEN, day(10), true, Optional.empty())
                .then(g -> g.join(CLEO, day(12)))
                .then(g -> g.join(BEN, day(20)))
                .orElseThrow();
        assertThat(group.members(START)).containsExactly(ADA, BEN);
        assertThat(group.members(day(10).minusNanos(1))).containsExactly(ADA, BEN);
        assertThat(group.members(day(10))).containsExactly(ADA);
        assertThat(group.alumni(day(11))).containsExactly(BEN);
        assertThat(group.members(day(20))).containsExactly(ADA, CLEO, BEN);
        assertThat(group.alumni(day(20))).isEmpty();
        assertThat(group.memberships()).hasSize(4);
        assertThat(group.stays()).hasSize(4);
        assertThat(group.candidates(day(20))).hasSize(3);
    }

    @Test
    void S5_a_full_group_says_so_and_what_to_do() {
        PeerGroup full = trio().join(CLEO, day(1)).orElseThrow();
        assertThat(full.join(PersonId.of("dan"), day(2)).refusals())
                .singleElement()
                .satisfies(r -> assertThat(r.message())
                        .isEqualTo("Group Aurora has 3 members and allows 2 to 3."
                                + " Invite once a seat is free, or split the group."));
        assertThat(full.assess(day(1))).isEqualTo(SizeAssessment.VIABLE);
        assertThat(trio().assess(START)).isEqualTo(SizeAssessment.IDEAL);
        assertThat(full.vacancies(day(1))).isZero();
        assertThat(trio().depart(BEN, day(1), false, Optional.empty())
                        .orElseThrow()
                        .vacancies(day(1)))
                .isOne();
    }

    @Test
    void what_makes_no_sense_is_refused_by_code() {
        PeerGroup later = trio().join(CLEO, day(5)).orElseThrow();
        assertThat(trio().join(ADA, day(1)).refusals()).extracting("code").containsExactly("already-member");
        assertThat(trio().depart(CLEO, day(1), false, Optional.empty()).refusals())
                .extracting("code")
                .containsExactly("not-a-member");
        assertThat(later.join(PersonId.of("dan"), day(4)).refusals())
                .extracting("code")
                .containsExactly("out-of-order");
        assertThat(later.depart(ADA, day(4), false, Optional.empty()).refusals())
                .extracting("code")
                .containsExactly("out-of-order");
        Membership stay = Membership.from(ADA, START);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeerGroup.builder()
                        .from(trio())
                        .memberships(ImmutableList.of(stay, stay))
                        .build())
                .withMessageContaining("not overlap");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Membership(ADA, START, Optional.of(START.minusSeconds(1)), false, Optional.empty()));
    }

    @Test
    void S20_a_charter_is_the_groups_own_and_has_versions() {
        CharterTerms terms = CharterTerms.peerProblemSolving(
                Cadence.monthly(3, DayOfWeek.THURSDAY),
                new MeetingTime(LocalTime.NOON, Duration.ofMinutes(90), ZoneId.of("Europe/Berlin")));
        PeerGroup chartered = trio().adopt(Confidential.draftOf(terms.words()), terms.settings())
                .then(g -> g.adopt(Confidential.draftOf(terms.words()), terms.settings()))
                .orElseThrow();
        assertThat(chartered.charter().orElseThrow().version()).isEqualTo(2);
        assertThat(chartered.toString()).doesNotContain("equals");
        assertThat(terms.words().toString()).doesNotContain("equals");
        assertThat(terms.settings().confidentiality().words()).contains("never of another");
        assertThatIllegalArgumentException().isThrownBy(() -> new CharterWords(" ", ImmutableList.of()));
    }
}
