package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** C15, C16, C25: nobody notices what is not for them. */
    @Test
    protected void C15_C16_C25_E2_nobody_notices_what_is_not_for_them() {
        TwoWorlds worlds = new TwoWorlds(this::newRepository);
        for (long seed = 1; seed <= plays(); seed++) {
            assertThat(worlds.play(seed, ACTS)).as("seed " + seed).isEmpty();
        }
    }
}
