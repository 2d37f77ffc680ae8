package org.peercircle.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.peercircle.formation.Effort;
import org.peercircle.formation.Formation;
import org.peercircle.formation.FormationProblem;
import org.peercircle.formation.GroupFormer;

/** A thousand moves a person for ever larger cohorts, by the rules of peer mentoring. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FormationBenchmark {

    private static final long MOVES_PER_PERSON = 1_000;

    /** People to be seated. */
    @Param({"30", "100", "300", "1000"})
    public int people;

    private FormationProblem problem = Scale.madeUp(30, new SplittableRandom(1));

    /** Makes up a cohort. */
    @Setup
    public void makeUp() {
        problem = Scale.madeUp(people, new SplittableRandom(1));
    }

    /** Forms its groups. */
    @Benchmark
    public Formation form() {
        return GroupFormer.withEffort(Effort.moves(MOVES_PER_PERSON * people).withStarts(1))
                .form(problem);
    }
}
