package org.peercircle.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.peercircle.id.PersonId;

/**
 * The maximally diverse grouping problem for OR-Tools CP-SAT, modeled as its users do: a truth value for each person and
 * group, and one for each pair that shares a group.
 */
final class CpSatPeer {

    /** CP-SAT takes whole weights. */
    private static final double SCALE = 1_000;

    private CpSatPeer() {}

    /** Returns the groups found, or nothing if none were in time. */
    static Optional<List<ImmutableList<PersonId>>> solve(MdgpInstance instance, double seconds, long seed) {
        Loader.loadNativeLibraries();
        int n = instance.people();
        int groups = instance.bounds().size();
        CpModel model = new CpModel();
        BoolVar[][] in = new BoolVar[n][groups];
        for (int i = 0; i < n; i++) {
            for (int g = 0; g < groups; g++) {
                in[i][g] = model.newBoolVar("in" + i + "_" + g);
            }
            model.addExactlyOne(in[i]);
        }
        for (int g = 0; g < groups; g++) {
            BoolVar[] members = new BoolVar[n];
            for (int i = 0; i < n; i++) {
                members[i] = in[i][g];
            }
            model.addLinearConstraint(
                    LinearExpr.sum(members),
                    instance.bounds().get(g).min(),
                    instance.bounds().get(g).max());
        }
        LinearExprBuilder objective = LinearExpr.newBuilder();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                BoolVar together = model.newBoolVar("t" + i + "_" + j);
                for (int g = 0; g < groups; g++) {
                    model.addImplication(together, in[i][g]).onlyEnforceIf(in[j][g]);
                    model.addImplication(together, in[j][g]).onlyEnforceIf(in[i][g]);
                    model.addBoolOr(new BoolVar[] {together}).onlyEnforceIf(new BoolVar[] {in[i][g], in[j][g]});
                }
                objective.addTerm(together, Math.round(instance.weight(i, j) * SCALE));
            }
        }
        model.maximize(objective);
        CpSolver solver = new CpSolver();
        solver.getParameters().setMaxTimeInSeconds(seconds).setNumWorkers(1).setRandomSeed((int) seed);
        CpSolverStatus status = solver.solve(model);
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return Optional.empty();
        }
        List<ImmutableList<PersonId>> found = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            ImmutableList.Builder<PersonId> members = ImmutableList.builder();
            for (int i = 0; i < n; i++) {
                if (solver.booleanValue(in[i][g])) {
                    members.add(PersonId.of("p" + i));
                }
            }
            found.add(members.build());
        }
        return Optional.of(found);
    }
}
