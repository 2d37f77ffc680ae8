package org.peercircle.plan;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One thing in the story of a plan. */
public sealed interface Episode {

    /** Returns when it was. */
    Instant at();

    /** The plan was drafted. */
    record Drafted(Revision revision) implements Episode {
        @Override
        public Instant at() {
            return revision.at();
        }
    }

    /** The course was changed; a pause, a resumption and letting go are such changes. */
    record CourseChanged(Revision revision) implements Episode {
        @Override
        public Instant at() {
            return revision.at();
        }
    }

    /** The plan was made the one to live by, or its goal was reached. */
    record Entered(StateChange change) implements Episode {
        @Override
        public Instant at() {
            return change.at();
        }
    }

    /** The owner reported on a step. */
    record Reported(CheckIn checkIn, NextStep step) implements Episode {
        @Override
        public Instant at() {
            return checkIn.at();
        }
    }

    /** The owner judged whether it helped. */
    record Judged(Review review) implements Episode {
        @Override
        public Instant at() {
            return review.at();
        }
    }

    /** Returns the whole story of a plan, in order. */
    static ImmutableList<Episode> of(ActionPlan plan) {
        ImmutableList.Builder<Episode> story = ImmutableList.builder();
        for (Revision revision : plan.revisions()) {
            story.add(revision.correction().isPresent() ? new CourseChanged(revision) : new Drafted(revision));
            List<Episode> under = new ArrayList<>(entered(plan, revision, false));
            plan.checkIns().stream()
                    .filter(c -> c.revision() == revision.number())
                    .forEach(c ->
                            under.add(new Reported(c, revision.step(c.step()).orElseThrow())));
            plan.reviews().stream()
                    .filter(r -> r.revision() == revision.number())
                    .forEach(r -> under.add(new Judged(r)));
            under.addAll(entered(plan, revision, true));
            under.sort(Comparator.comparing(Episode::at));
            story.addAll(under);
        }
        return story.build();
    }

    /** The states entered under a revision: the end of a plan comes after all that was said of it. */
    private static List<Entered> entered(ActionPlan plan, Revision revision, boolean end) {
        return plan.stateChanges().stream()
                .filter(c -> c.revision() == revision.number())
                .skip(isChangeOfState(revision) ? 1 : 0)
                .filter(c -> (c.to() == ActionPlan.State.ACHIEVED) == end)
                .map(Entered::new)
                .toList();
    }

    /** Whether the change of course that made a revision was itself a change of state, and is told as one. */
    private static boolean isChangeOfState(Revision revision) {
        return revision.correction()
                .filter(c -> switch (c.kind()) {
                    case PAUSE, RESUME, DROP -> true;
                    case RESCOPE, REDATE, REPLACE_STEP, ADD_STEP, DROP_STEP, REPLACE_ANSWER, REPLACE_GOAL, REWORK ->
                        false;
                })
                .isPresent();
    }
}
