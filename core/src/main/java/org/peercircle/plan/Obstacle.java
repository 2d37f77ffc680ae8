package org.peercircle.plan;

import java.util.Optional;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.ObstacleId;
import org.peercircle.internal.Arguments;

/**
 * What stands in the way.
 *
 * @param withinControl whether the member can change it
 * @param severity 1, a nuisance, to 5, blocks everything
 * @param wayRound what would get round it
 */
public record Obstacle(
        ObstacleId id,
        Confidential<String> what,
        Nature nature,
        boolean withinControl,
        int severity,
        Optional<Confidential<String>> wayRound) {

    /** Where an obstacle lies. */
    public enum Nature {
        /** In oneself: a habit, a fear, a belief. */
        INNER,
        /** Outside: people, rules, money, time. */
        OUTER
    }

    /** Checks the severity. */
    public Obstacle {
        Arguments.requireBetween(1, severity, 5, "severity");
    }
}
