package org.peercircle.plan;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Reader;
import org.peercircle.id.StepId;
import org.peercircle.internal.Arguments;

/**
 * Two revisions of a plan side by side: what was added, removed, carried, changed and done in between.
 *
 * @param from the number of the earlier one
 * @param to the number of the later one
 * @param steps of the earlier one in its order, then those that are new; a step that took the place of another stands
 *     with it
 */
public record Comparison(
        int from,
        int to,
        Difference<Goal> goal,
        ImmutableList<Difference<Obstacle>> obstacles,
        ImmutableList<Difference<IfThen>> answers,
        ImmutableList<Difference<ConsideredOption>> options,
        ImmutableList<Difference<NextStep>> steps) {

    /**
     * Compares two revisions.
     *
     * @param one the number of either
     * @param other the number of the other, which may be the same
     * @throws IllegalArgumentException if there is no such revision
     */
    public static Comparison of(ActionPlan plan, int one, int other) {
        Arguments.requireBetween(1, one, plan.revisions().size(), "one");
        Arguments.requireBetween(1, other, plan.revisions().size(), "other");
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        PlanContent before = plan.revisions().get(from - 1).content();
        PlanContent after = plan.revisions().get(to - 1).content();
        return new Comparison(
                from,
                to,
                Difference.between(before.goal(), after.goal()),
                matched(before.obstacles(), after.obstacles(), Obstacle::id),
                matched(before.answers(), after.answers(), IfThen::id),
                matched(before.options(), after.options(), o -> o.what().piece()),
                steps(plan, from, to));
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return Stream.of(Stream.of(goal), obstacles.stream(), answers.stream(), options.stream(), steps.stream())
                .flatMap(parts -> parts)
                .allMatch(d -> d.how() == Difference.How.CARRIED);
    }

    private static <T> ImmutableList<Difference<T>> matched(List<T> before, List<T> after, Function<? super T, ?> id) {
        Stream<Difference<T>> old = before.stream()
                .map(b -> after.stream()
                        .filter(a -> id.apply(a).equals(id.apply(b)))
                        .findFirst()
                        .map(a -> Difference.between(b, a))
                        .orElseGet(() -> Difference.removed(b)));
        Stream<Difference<T>> added = after.stream()
                .filter(a -> before.stream().noneMatch(b -> id.apply(a).equals(id.apply(b))))
                .map(Difference::added);
        return Stream.concat(old, added).collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<Difference<NextStep>> steps(ActionPlan plan, int from, int to) {
        ImmutableList.Builder<Difference<NextStep>> all = ImmutableList.builder();
        Set<StepId> matched = new HashSet<>();
        for (NextStep step : plan.revisions().get(from - 1).steps()) {
            Difference<NextStep> difference = whatBecameOf(plan, step, from, to);
            difference.after().ifPresent(s -> matched.add(s.id()));
            all.add(difference);
        }
        plan.revisions().get(to - 1).steps().stream()
                .filter(s -> !matched.contains(s.id()))
                .map(Difference::added)
                .forEach(all::add);
        return all.build();
    }

    /** Follows a step through the corrections in between. */
    private static Difference<NextStep> whatBecameOf(ActionPlan plan, NextStep step, int from, int to) {
        NextStep now = step;
        for (int number = from + 1; number <= to; number++) {
            Revision revision = plan.revisions().get(number - 1);
            StepFate fate = revision.correction().orElseThrow().fates().get(now.id());
            if (fate == null) {
                Optional<NextStep> inItsPlace = Optional.of(now).filter(n -> !n.equals(step));
                return new Difference<>(Difference.How.DONE, Optional.of(step), inItsPlace);
            }
            if (fate instanceof StepFate.Dropped) {
                return Difference.removed(step);
            }
            if (fate instanceof StepFate.ReplacedBy by) {
                now = revision.step(by.step()).orElseThrow();
            }
        }
        return Difference.between(step, now);
    }

    /** A kind of part of a plan. */
    public enum Part {
        /** The goal. */
        GOAL("Goal"),
        /** An obstacle. */
        OBSTACLE("Obstacle"),
        /** An if-then plan. */
        ANSWER("If-then plan"),
        /** An option. */
        OPTION("Option"),
        /** A step. */
        STEP("Step");

        private final String word;

        Part(String word) {
            this.word = word;
        }
    }

    /** What became of one part, in words. */
    public record Told(Part part, Difference.How how, Optional<String> before, Optional<String> after) {

        /** Returns it in one line. */
        public String line() {
            return part.word
                    + switch (how) {
                        case CARRIED -> ", carried: " + before.orElse("");
                        case ADDED -> ", new: " + after.orElse("");
                        case DONE ->
                            after.map(instead -> ", replaced and done: " + before.orElse("") + " → " + instead)
                                    .orElseGet(() -> ", done: " + before.orElse(""));
                        case REMOVED -> ", gone: " + before.orElse("");
                        case CHANGED -> ", changed: " + before.orElse("") + " → " + after.orElse("");
                    };
        }

        /** Hides the words: what was told may be printed by accident. */
        @Override
        public String toString() {
            return "Told[" + part + ", " + how + "]";
        }
    }

    /** Returns what became of each part, with what the reader may read; a part they may not read is left out. */
    public ImmutableList<Told> told(Reader reader) {
        return Stream.of(
                        told(Part.GOAL, goal, g -> words(g, reader)).stream(),
                        obstacles.stream().flatMap(d -> told(Part.OBSTACLE, d, o -> reader.read(o.what())).stream()),
                        answers.stream().flatMap(d -> told(Part.ANSWER, d, a -> words(a, reader)).stream()),
                        options.stream().flatMap(d -> told(Part.OPTION, d, o -> reader.read(o.what())).stream()),
                        steps.stream().flatMap(d -> told(Part.STEP, d, s -> s.sentence(reader)).stream()))
                .flatMap(parts -> parts)
                .collect(ImmutableList.toImmutableList());
    }

    private static <T> Optional<Told> told(Part part, Difference<T> difference, Function<T, Optional<String>> words) {
        Optional<String> before = difference.before().flatMap(words);
        Optional<String> after = difference.after().flatMap(words);
        return before.isPresent() || after.isPresent()
                ? Optional.of(new Told(part, difference.how(), before, after))
                : Optional.empty();
    }

    private static Optional<String> words(Goal goal, Reader reader) {
        Optional<Confidential<String>> evidence = goal.evidence();
        return reader.read(goal.outcome())
                .map(text -> text
                        + goal.by().map(d -> " by " + d).orElse("")
                        + evidence.flatMap(reader::read)
                                .map(e -> " (I will know: " + e + ")")
                                .orElse(""));
    }

    private static Optional<String> words(IfThen answer, Reader reader) {
        return reader.read(answer.cue())
                .flatMap(cue -> reader.read(answer.response()).map(then -> "if " + cue + ", then " + then));
    }
}
