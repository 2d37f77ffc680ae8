package org.peercircle.plan;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.peercircle.id.PersonId;
import org.peercircle.id.StepId;

/**
 * Something to remind somebody of, without a word of what it is: a host sends it, and whoever gets it looks the rest up.
 *
 * @param step the step it is about; empty if it is about the plan as a whole
 */
public record PlanReminder(Kind kind, PersonId to, LocalDate on, Optional<StepId> step) {

    /** How many days before a step's day its owner is reminded. */
    public static final int DAYS_AHEAD = 3;

    /** How many days lie between two reminders of the same thing. */
    public static final int DAYS_BETWEEN = 7;

    /** What it is about. */
    public enum Kind {
        /** To the owner: a step is due in a few days. */
        STEP_DUE,
        /** To the owner: the day of a step has passed. */
        STEP_OVERDUE,
        /** To the partner: it is the day to ask. */
        ASK_ABOUT_STEP,
        /** To the owner: a week has passed since the last report (people who report weekly get further; b7). */
        REPORT,
        /** To the owner: the pause is over. */
        PAUSE_OVER,
        /** To the owner: the plan was judged unhelpful and has not been changed since (law P4). */
        CHANGE_COURSE
    }

    /**
     * Returns what falls on the days from one to another, both included, if nothing is reported in between.
     *
     * @return by day, then kind, then step
     */
    static ImmutableList<PlanReminder> of(ActionPlan plan, LocalDate from, LocalDate to) {
        List<PlanReminder> all = new ArrayList<>();
        if (plan.state() == ActionPlan.State.ACTIVE) {
            LocalDate aWeekOn = Outlook.lastDay(plan, said -> true).plusDays(DAYS_BETWEEN);
            plan.openSteps().forEach(step -> ofStep(plan, step, to).forEach(all::add));
            weekly(plan, Kind.REPORT, aWeekOn, to).forEach(all::add);
            if (plan.prompts(to).contains(PlanPrompt.COURSE_CORRECTION)) {
                weekly(plan, Kind.CHANGE_COURSE, aWeekOn, to).forEach(all::add);
            }
        }
        plan.restsUntil()
                .ifPresent(day -> weekly(plan, Kind.PAUSE_OVER, day, to).forEach(all::add));
        return all.stream()
                .filter(r -> !r.on().isBefore(from))
                .sorted(Comparator.comparing(PlanReminder::on)
                        .thenComparing(PlanReminder::kind)
                        .thenComparing(r -> r.step().map(StepId::value).orElse("")))
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<PlanReminder> ofStep(ActionPlan plan, NextStep step, LocalDate to) {
        return step.due().stream()
                .flatMap(due -> Stream.concat(
                        Stream.concat(
                                Stream.of(new PlanReminder(
                                        Kind.STEP_DUE,
                                        plan.owner(),
                                        due.minusDays(DAYS_AHEAD),
                                        Optional.of(step.id()))),
                                plan.partnerOf(step).stream()
                                        .map(partner -> new PlanReminder(
                                                Kind.ASK_ABOUT_STEP, partner, due, Optional.of(step.id())))),
                        days(due.plusDays(1), to)
                                .map(day -> new PlanReminder(
                                        Kind.STEP_OVERDUE, plan.owner(), day, Optional.of(step.id())))))
                .filter(r -> !r.on().isAfter(to));
    }

    private static Stream<PlanReminder> weekly(ActionPlan plan, Kind kind, LocalDate first, LocalDate to) {
        return days(first, to).map(day -> new PlanReminder(kind, plan.owner(), day, Optional.empty()));
    }

    private static Stream<LocalDate> days(LocalDate first, LocalDate to) {
        return Stream.iterate(first, day -> !day.isAfter(to), day -> day.plus(DAYS_BETWEEN, ChronoUnit.DAYS));
    }
}
