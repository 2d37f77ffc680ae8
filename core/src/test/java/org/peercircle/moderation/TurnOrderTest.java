package org.peercircle.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peercircle.id.PersonId;

class TurnOrderTest {

    private static final PersonId ADA = PersonId.of("ada");
    private static final PersonId BEN = PersonId.of("ben");
    private static final PersonId CLEO = PersonId.of("cleo");

    private static Candidate since(PersonId person, long at) {
        return new Candidate(person, Instant.ofEpochSecond(at), true);
    }

    private static HeldTurn held(long at, PersonId moderator) {
        return new HeldTurn(Instant.ofEpochSecond(at), moderator);
    }

    @Test
    void S8_the_role_rotates_and_says_why() {
        TurnOrder order = TurnOrder.of(
                ModerationRule.rotating(),
                List.of(since(ADA, 0), since(BEN, 0), since(CLEO, 0)),
                List.of(held(1, ADA)));
        assertThat(order.next(4)).extracting(Turn::moderator).containsExactly(BEN, CLEO, ADA, BEN);
        assertThat(order.next(4))
                .extracting(t -> t.reason().message())
                .containsExactly(
                        "Has not moderated yet.",
                        "Has not moderated yet.",
                        "Has waited longest: 2 meetings since the last turn.",
                        "Has waited longest: 2 meetings since the last turn.");
    }

    @Test
    void S8_one_moderator_stays_one_moderator() {
        TurnOrder order =
                TurnOrder.of(ModerationRule.single(BEN), List.of(since(ADA, 0), since(BEN, 0)), List.of(held(1, BEN)));
        assertThat(order.next(2)).extracting(Turn::moderator).containsExactly(BEN, BEN);
        assertThat(order.next(1).get(0).backup()).contains(ADA);
        assertThat(order.next(1).get(0).reason().message()).isEqualTo("The charter names this moderator.");
        assertThat(TurnOrder.of(ModerationRule.single(CLEO), List.of(since(ADA, 0)), List.of())
                        .next(1))
                .isEmpty();
    }

    @Test
    void a_newcomer_in_grace_watches_first_unless_nobody_else_is_there() {
        ModerationRule rule = ModerationRule.rotatingAfterGrace(1);
        List<HeldTurn> held = List.of(held(1, ADA), held(2, BEN));
        TurnOrder order = TurnOrder.of(rule, List.of(since(ADA, 0), since(BEN, 0), since(CLEO, 3)), held);
        assertThat(order.next(3)).extracting(Turn::moderator).containsExactly(ADA, CLEO, BEN);
        assertThat(TurnOrder.of(rule, List.of(since(CLEO, 3)), held).next(1))
                .extracting(Turn::moderator)
                .containsExactly(CLEO);
    }

    @Test
    void who_comes_back_begins_anew() {
        TurnOrder order = TurnOrder.of(
                ModerationRule.rotating(), List.of(since(ADA, 3), since(BEN, 0)), List.of(held(1, ADA), held(2, BEN)));
        assertThat(order.next(1).get(0).reason()).isEqualTo(new Turn.Reason.FirstTurn());
    }

    @Test
    void alone_one_moderates_every_time() {
        TurnOrder order = TurnOrder.of(ModerationRule.rotating(), List.of(since(ADA, 0)), List.of(held(1, ADA)));
        assertThat(order.next(2)).extracting(Turn::moderator).containsExactly(ADA, ADA);
        assertThat(order.next(1).get(0).reason().message()).contains("nobody else");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> order.next(0))
                .withMessage("count must be at least 1, but was 0");
    }
}
