package org.peercircle.benchmarks;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.peercircle.formation.GroupBounds;
import org.peercircle.id.PersonId;

/**
 * The maximally diverse grouping problem for Timefold, with its default search and the fastest score calculation that it
 * offers: an incremental one, over the same table of sums that this library keeps.
 */
final class TimefoldPeer {

    private static final double SCALE = 1_000;

    private TimefoldPeer() {}

    static List<ImmutableList<PersonId>> solve(MdgpInstance instance, double seconds, long seed) {
        Plan plan = new Plan();
        plan.instance = instance;
        for (int i = 0; i < instance.people(); i++) {
            Person person = new Person();
            person.number = i;
            plan.people.add(person);
        }
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Plan.class)
                .withEntityClasses(Person.class)
                .withRandomSeed(seed)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(Sums.class))
                .withTerminationSpentLimit(Duration.ofMillis((long) (seconds * 1000)));
        Plan solved = SolverFactory.<Plan>create(config).buildSolver().solve(plan);
        return IntStream.range(0, instance.bounds().size())
                .mapToObj(g -> solved.people.stream()
                        .filter(p -> p.group != null && p.group == g)
                        .map(p -> PersonId.of("p" + p.number))
                        .collect(ImmutableList.toImmutableList()))
                .toList();
    }

    /** Somebody to be seated. */
    @PlanningEntity
    public static class Person {
        @PlanningId
        int number;

        @PlanningVariable
        @Nullable
        Integer group;
    }

    /** Everybody and their groups. */
    @PlanningSolution
    public static class Plan {
        @PlanningEntityCollectionProperty
        List<Person> people = new ArrayList<>();

        @PlanningScore
        @Nullable
        HardSoftLongScore score;

        @Nullable
        MdgpInstance instance;

        /** Returns the groups there are. */
        @ValueRangeProvider
        public List<Integer> getGroups() {
            return IntStream.range(0, Objects.requireNonNull(instance).bounds().size())
                    .boxed()
                    .toList();
        }
    }

    /** Scores by sums kept up to date. */
    public static class Sums implements IncrementalScoreCalculator<Plan, HardSoftLongScore> {
        private long[][] weights = new long[0][0];
        private long[][] near = new long[0][0];
        private int[] counts = new int[0];
        private List<GroupBounds> bounds = List.of();
        private long sum;

        @Override
        public void resetWorkingSolution(Plan plan) {
            MdgpInstance instance = Objects.requireNonNull(plan.instance);
            int n = instance.people();
            bounds = instance.bounds();
            weights = new long[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    weights[i][j] = Math.round(instance.weight(i, j) * SCALE);
                }
            }
            near = new long[bounds.size()][n];
            counts = new int[bounds.size()];
            sum = 0;
            plan.people.forEach(this::insert);
        }

        private void insert(Person person) {
            if (person.group != null) {
                sum += near[person.group][person.number];
                counts[person.group]++;
                add(person, 1);
            }
        }

        private void retract(Person person) {
            if (person.group != null) {
                counts[person.group]--;
                add(person, -1);
                sum -= near[person.group][person.number];
            }
        }

        private void add(Person person, int sign) {
            long[] row = near[Objects.requireNonNull(person.group)];
            long[] own = weights[person.number];
            for (int k = 0; k < row.length; k++) {
                row[k] += sign * own[k];
            }
        }

        @Override
        public void beforeEntityAdded(Object entity) {}

        @Override
        public void afterEntityAdded(Object entity) {
            insert((Person) entity);
        }

        @Override
        public void beforeVariableChanged(Object entity, String variable) {
            retract((Person) entity);
        }

        @Override
        public void afterVariableChanged(Object entity, String variable) {
            insert((Person) entity);
        }

        @Override
        public void beforeEntityRemoved(Object entity) {
            retract((Person) entity);
        }

        @Override
        public void afterEntityRemoved(Object entity) {}

        @Override
        public HardSoftLongScore calculateScore() {
            long outside = 0;
            for (int g = 0; g < counts.length; g++) {
                GroupBounds allowed = bounds.get(g);
                outside += Math.max(0, allowed.min() - counts[g]) + Math.max(0, counts[g] - allowed.max());
            }
            return HardSoftLongScore.of(-outside, sum);
        }
    }
}
