package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.peercircle.office.port.ProgramRepository;

/**
 * Proves that nobody notices what is not for them, over a host's own repository. Extend it, and give a fresh repository for
 * each world:
 *
 * <pre>{@code
 * class MyConfidentialityTest extends ConfidentialityContract {
 *     protected ProgramRepository newRepository() {
 *         return RecordRepository.over(new MyStore(freshDatabase()), sealing);
 *     }
 * }
 * }</pre>
 *
 * <p>Two programs live through the same half year, act by act, and differ only in what an onlooker may not see; all that the
 * onlooker can get from every service is then the same, after every act. Onlookers are the office, a member who works there,
 * an outsider, a supervisor, members with and without a conflict, and somebody who joins later.
 */
public abstract class ConfidentialityContract {

    /** How many acts a play has. */
    static final int ACTS = 30;

    private static final int PLAYS = 40;

    /** For subclasses. */
    protected ConfidentialityContract() {}

    /** Returns a fresh repository with nothing in it. */
    protected abstract ProgramRepository newRepository();

    /** Returns how many plays there are, each with another script; more find more. */
    protected int plays() {
        return PLAYS;
    }

    /** C15: nobody notices what is not for them, be it that something is said or what. */
    @Test
    protected void C15_nobody_notices_what_is_not_for_them() {
        TwoWorlds worlds = new TwoWorlds(this::newRepository);
        nobodyNotices(plays(), seed -> worlds.play(seed, ACTS));
    }

    /** C16: nobody notices other words in the place of those that they may not read. */
    @Test
    protected void C16_nobody_notices_other_words_in_the_place_of_those_they_may_not_read() {
        TwoWorlds worlds = new TwoWorlds(this::newRepository).sayingOtherWords();
        nobodyNotices(some(), seed -> worlds.play(seed, ACTS));
    }

    /** C25: what somebody sees at the office does not depend on what is said in the group that they are a member of. */
    @Test
    protected void C25_a_member_who_works_at_the_office_sees_there_what_the_office_sees() {
        TwoWorlds worlds = new TwoWorlds(this::newRepository);
        nobodyNotices(some(), seed -> worlds.playBefore(Onlooker.MEMBER_AT_THE_OFFICE, seed, ACTS));
    }

    /** E2: what somebody takes along does not change with what they may not read, at any time. */
    @Test
    protected void E2_what_somebody_takes_along_holds_nothing_that_they_may_not_read() {
        TwoWorlds worlds = new TwoWorlds(this::newRepository).comparingExports();
        nobodyNotices(some(), seed -> worlds.play(seed, ACTS));
    }

    private static void nobodyNotices(int plays, LongFunction<Optional<TwoWorlds.Noticed>> play) {
        for (long seed = 1; seed <= plays; seed++) {
            assertThat(play.apply(seed)).as("seed " + seed).isEmpty();
        }
    }

    /** Plays of one law among those that all plays are about. */
    private int some() {
        return Math.max(1, plays() / 8);
    }
}
