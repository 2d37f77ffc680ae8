package org.peercircle.plan;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How a plan goes, derived from what its owner reported (law P5). For the owner and those they chose; never for a report
 * on people.
 *
 * @param signs why it is not on track; empty when it is
 */
public record Outlook(State state, ImmutableSet<Sign> signs) {

    /** How long a plan may stand still: two monthly meetings. */
    public static final Period STANDSTILL = Period.ofDays(60);

    /** How it goes. */
    public enum State {
        /** As it should. */
        ON_TRACK,
        /** Something speaks against getting there. */
        AT_RISK,
        /** Nothing moves. */
        STALLED,
        /** The goal is reached. */
        ACHIEVED
    }

    /** What speaks against getting there. */
    public enum Sign {
        /** Confidence fell twice running since the last change of course. */
        CONFIDENCE_FALLS(State.AT_RISK),
        /** The day of an open step has passed. */
        STEP_OVERDUE(State.AT_RISK),
        /** The day of the goal has passed. */
        GOAL_OVERDUE(State.AT_RISK),
        /** There is no open step. */
        NO_OPEN_STEP(State.STALLED),
        /** Nothing was done, even in part, and nothing changed for {@link #STANDSTILL}. */
        NOTHING_MOVED(State.STALLED);

        private final State means;

        Sign(State means) {
            this.means = means;
        }
    }

    /** Returns how it goes as far as it can be told without the goal, which is its owner's. */
    public Outlook withoutGoal() {
        return state == State.ACHIEVED ? this : judged(Sets.filter(signs, s -> s != Sign.GOAL_OVERDUE));
    }

    static Optional<Outlook> of(ActionPlan plan, LocalDate today) {
        return switch (plan.state()) {
            case DRAFT, PAUSED, SET_ASIDE -> Optional.empty();
            case ACHIEVED -> Optional.of(new Outlook(State.ACHIEVED, ImmutableSet.of()));
            case ACTIVE -> Optional.of(judged(signs(plan, today)));
        };
    }

    private static Outlook judged(Set<Sign> signs) {
        State worst = State.ON_TRACK;
        for (Sign sign : signs) {
            worst = Comparators.max(worst, sign.means);
        }
        return new Outlook(worst, Sets.immutableEnumSet(signs));
    }

    private static Set<Sign> signs(ActionPlan plan, LocalDate today) {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        if (confidenceFalls(plan)) {
            signs.add(Sign.CONFIDENCE_FALLS);
        }
        if (plan.progress(today).overdue() > 0) {
            signs.add(Sign.STEP_OVERDUE);
        }
        if (plan.current().goal().by().filter(d -> d.isBefore(today)).isPresent()) {
            signs.add(Sign.GOAL_OVERDUE);
        }
        if (plan.openSteps().isEmpty()) {
            signs.add(Sign.NO_OPEN_STEP);
        }
        if (lastDay(plan, c -> c.result() != CheckIn.Result.MISSED)
                .plus(STANDSTILL)
                .isBefore(today)) {
            signs.add(Sign.NOTHING_MOVED);
        }
        return signs;
    }

    private static boolean confidenceFalls(ActionPlan plan) {
        ImmutableList<Integer> said = plan.checkIns().stream()
                .filter(c -> c.revision() == plan.current().number())
                .flatMap(c -> c.report().confidence().stream())
                .collect(ImmutableList.toImmutableList());
        int n = said.size();
        return n >= 3 && said.get(n - 3) > said.get(n - 2) && said.get(n - 2) > said.get(n - 1);
    }

    /** The day on which a report of this kind was made last, or the plan changed. */
    static LocalDate lastDay(ActionPlan plan, Predicate<CheckIn> counts) {
        Instant last = plan.current().at();
        for (StateChange change : plan.stateChanges()) {
            last = Comparators.max(last, change.at());
        }
        for (CheckIn said : plan.checkIns()) {
            last = counts.test(said) ? Comparators.max(last, said.at()) : last;
        }
        return last.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
