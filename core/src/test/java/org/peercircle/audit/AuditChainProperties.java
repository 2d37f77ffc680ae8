package org.peercircle.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableSortedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.peercircle.id.PersonId;

class AuditChainProperties {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 18);
    private static final Instant NOW = Instant.parse("2027-03-18T11:00:00Z");

    private static final AtomicInteger SALTS = new AtomicInteger();

    private static AuditDetail detail(String recipient) {
        return new AuditDetail(
                "salt " + SALTS.incrementAndGet(),
                AuditDetail.What.SAFETY_DISCLOSURE,
                PersonId.of("ada"),
                NOW,
                NOW,
                ImmutableSortedMap.of("recipient", recipient));
    }

    private static List<AuditLink> chain(int length) {
        List<AuditLink> links = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            Optional<AuditLink> last = links.isEmpty() ? Optional.empty() : Optional.of(links.get(i - 1));
            links.add(AuditChain.next(last, DAY.plusDays(i / 3), detail("r" + i)));
        }
        return links;
    }

    @Property(tries = 50)
    void A1_a_chain_that_nobody_touched_verifies(@ForAll @IntRange(max = 30) int length) {
        List<AuditLink> links = chain(length);
        assertThat(AuditChain.verify(links, Optional.empty())).isEqualTo(new AuditVerdict.Intact(length));
        links.forEach(
                link -> assertThat(AuditChain.verify(links, Optional.of(link)).isIntact())
                        .isTrue());
    }

    @Property(tries = 300)
    void A2_what_is_changed_removed_inserted_moved_or_cut_is_detected(
            @ForAll @IntRange(min = 2, max = 20) int length, @ForAll long seed) {
        List<AuditLink> links = chain(length);
        AuditLink witnessed = links.get(length - 1);
        Random random = new Random(seed);
        int at = random.nextInt(length);
        AuditLink link = links.get(at);
        List<AuditLink> other = new ArrayList<>(links);
        switch (random.nextInt(7)) {
            case 0 ->
                other.set(at, new AuditLink(link.number(), link.day().plusDays(1), link.commitment(), link.hash()));
            case 1 -> other.set(at, new AuditLink(link.number(), link.day(), link.hash(), link.hash()));
            case 2 -> other.remove(at);
            case 3 -> other.add(at, AuditChain.next(Optional.of(link), DAY, detail("forged")));
            case 4 -> Collections.swap(other, at, (at + 1) % length);
            case 5 -> other.subList(at, length).clear();
            default -> other = madeAnew(links, at);
        }
        assertThat(AuditChain.verify(other, Optional.of(witnessed))).isInstanceOf(AuditVerdict.Broken.class);
    }

    /** All hashes are right again, from a forged link on: only who wrote a link down can tell. */
    private static List<AuditLink> madeAnew(List<AuditLink> links, int from) {
        List<AuditLink> other = new ArrayList<>(links.subList(0, from));
        for (int i = from; i < links.size(); i++) {
            Optional<AuditLink> last = other.isEmpty() ? Optional.empty() : Optional.of(other.get(i - 1));
            other.add(AuditChain.next(last, links.get(i).day(), detail("forged")));
        }
        assertThat(AuditChain.verify(other, Optional.empty()).isIntact()).isTrue();
        return other;
    }

    @Property(tries = 50)
    void A3_equal_details_have_different_links_and_each_link_knows_its_own(@ForAll @IntRange(max = 1000) int which) {
        AuditDetail one = detail("r" + which);
        AuditDetail same = detail("r" + which);
        AuditLink link = AuditChain.next(Optional.empty(), DAY, one);
        assertThat(link.commitment())
                .isNotEqualTo(AuditChain.next(Optional.empty(), DAY, same).commitment());
        assertThat(AuditChain.isOf(link, one)).isTrue();
        assertThat(AuditChain.isOf(link, same)).isFalse();
        AuditDetail changed = new AuditDetail(
                one.salt(),
                one.what(),
                one.by(),
                one.at(),
                one.tellFrom(),
                ImmutableSortedMap.of("recipient", "nobody"));
        assertThat(AuditChain.isOf(link, changed)).isFalse();
        assertThat(one.toString()).doesNotContain("r" + which).doesNotContain("ada");
    }

    @Property(tries = 100)
    void a_link_is_a_line_and_a_line_a_link(@ForAll @IntRange(min = 1, max = 9) int length) {
        List<AuditLink> links = chain(length);
        assertThat(links.stream().map(AuditLink::toLine).map(AuditLink::parse)).isEqualTo(links);
    }

    @Property(tries = 500)
    void any_other_line_is_refused(@ForAll String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AuditLink.parse(text));
        assertThatIllegalArgumentException().isThrownBy(() -> AuditLink.parse("1 2027-03-18 " + text + " " + text));
    }

    @Example
    void a_known_chain_has_the_hashes_that_others_compute() {
        AuditDetail known = new AuditDetail(
                "a salt", AuditDetail.What.ERASED, PersonId.of("ada"), NOW, NOW, ImmutableSortedMap.of());
        AuditLink link = AuditChain.next(Optional.empty(), DAY, known);
        assertThat(link.toLine()).isEqualTo(KNOWN);
    }

    private static final String KNOWN = "1 2027-03-18 d47c3362bbd0588fff35107b25f97f0317b9277fe0f836a16f3a1df6e9d6eb2b"
            + " e1872e4cdcb0d334793b2847c18a72c69e572fff83da85ffd27f716baf45397c";
}
