package org.peercircle.persistence.tck;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One thing somebody does in a play; numbers choose who, what about and how.
 *
 * @param who of Aurora's first members, by number
 * @param which which of several, such as which of their plans
 */
record Act(Kind kind, int who, int which, int how, int hours) {

    /** How many audiences {@link #how} chooses from; the first is the author alone, the third is named people. */
    static final int AUDIENCES = 6;

    /** What can be done. */
    enum Kind {
        BRING_TOPIC(3),
        TAKE_NOTE(4),
        DRAFT_PLAN(6),
        ACTIVATE_PLAN(5),
        CHECK_IN(5),
        CORRECT_PLAN(3),
        SHARE_PLAN(2),
        SHARE_GOAL(2),
        REVIEW_PLAN(1),
        REFLECT(3),
        SHARE_REFLECTION(1),
        PREPARE_REHEARSAL(2),
        PLAY_REHEARSAL(2),
        OBSERVE_REHEARSAL(2),
        PLAN_AGENDA(3),
        HOLD_MEETING(4),
        CONCLUDE_TOPIC(3),
        GO_ON_LEAVE(1),
        COME_BACK(1),
        DEPART(1),
        ADMIT_NEWCOMER(1),
        DECLARE_IDENTITY(2),
        DECLARE_CONFLICT(1),
        GAIN_POWER(1),
        OPEN_PULSE(1),
        ANSWER_PULSE(2),
        SKIP_TURN(1),
        PROPOSE_WORDS(1),
        VOTE(1),
        ASK_PARTNER(2),
        ANSWER_PARTNER(1),
        RELEASE(2),
        SAY(2),
        PASS_ON(1),
        ORDER(1),
        ERASE(1);

        private final int often;

        Kind(int often) {
            this.often = often;
        }
    }

    /**
     * Returns a script of so many acts for an onlooker: much of it is done by those from whom there is something to hide,
     * and what changes who may read happens on the way.
     */
    static ImmutableList<Act> script(Onlooker onlooker, Random random, int length) {
        List<Kind> urn = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            urn.addAll(Collections.nCopies(kind.often, kind));
        }
        int other = random.nextInt(Stage.FOUNDERS);
        boolean reserved = random.nextInt(2) == 0;
        List<Act> script = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int who = random.nextInt(Stage.FOUNDERS + 1);
            if (random.nextInt(4) > 0) {
                who = random.nextInt(3) > 0 ? onlooker.subject().orElse(other) : other;
            }
            int how = random.nextInt(24);
            // Often no time passes at all: what is said in the very instant of a joining is where mistakes are.
            int hours = random.nextInt(3) == 0 ? random.nextInt(400) : 0;
            script.add(new Act(
                    urn.get(random.nextInt(urn.size())),
                    who,
                    random.nextInt(8),
                    reserved && who == other ? how / AUDIENCES * AUDIENCES + (how % 2 == 0 ? 0 : 2) : how,
                    hours));
        }
        if (!reserved) {
            // A plan is being lived, for the group as it is or with newcomers.
            script.set(0, new Act(Kind.DRAFT_PLAN, other, 0, random.nextBoolean() ? 1 : AUDIENCES - 1, 0));
            script.set(1, new Act(Kind.ACTIVATE_PLAN, other, 0, 0, 0));
        }
        if (reserved && random.nextBoolean()) {
            // Nobody is to know of the plan, though its goal alone would be for the group.
            script.set(0, new Act(Kind.DRAFT_PLAN, other, 0, 0, 0));
            script.set(1, new Act(Kind.SHARE_GOAL, other, 0, 1, 0));
        }
        onlooker.turn().ifPresent(turn -> script.set(length / 4 + random.nextInt(length / 2), turn));
        return ImmutableList.copyOf(script);
    }
}
