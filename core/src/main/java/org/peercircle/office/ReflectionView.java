package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.peercircle.exercise.Exercise;
import org.peercircle.exercise.LookBack;
import org.peercircle.exercise.Prompt;
import org.peercircle.exercise.Reflection;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.ReflectionId;

/**
 * What a member wrote in an exercise, as somebody who may read it sees it. Its texts are plain: take care where they go.
 *
 * @param followUpOn when to come back to it; empty if that was done or is not meant to be
 * @param plans the plans that grew out of it; for its owner alone
 * @param path the owner's present goals in the group, beside which what was written is to be read; for its owner alone
 * @param asksForPlan whether the path leads away from something its owner still wants, and no plan grew out of it; for
 *     its owner alone
 */
public record ReflectionView(
        ReflectionId id,
        PersonId owner,
        GroupId group,
        Exercise exercise,
        Instant writtenAt,
        ImmutableList<AnswerView> answers,
        ImmutableList<LaterView> later,
        Optional<LocalDate> followUpOn,
        ImmutableSet<PlanId> plans,
        ImmutableList<String> path,
        boolean asksForPlan) {

    /** An answer, beside its question; empty where it was passed over. */
    public record AnswerView(Prompt question, Optional<String> answer) {
        /** Hides the text: a view may be printed by accident. */
        @Override
        public String toString() {
            return "AnswerView[…]";
        }
    }

    /** What its owner said of it later. */
    public record LaterView(Instant at, LookBack lookBack) {}

    /** Hides the texts: a view may be printed by accident. */
    @Override
    public String toString() {
        return "ReflectionView[" + id + "]";
    }

    static ReflectionView of(Reflection reflection, Room room, ImmutableList<String> path) {
        boolean own = room.actor().isThemself(reflection.owner());
        ImmutableList<Prompt> questions = reflection.exercise().questions();
        ImmutableList.Builder<AnswerView> answers = ImmutableList.builder();
        for (int i = 0; i < questions.size(); i++) {
            answers.add(
                    new AnswerView(questions.get(i), reflection.answers().get(i).flatMap(room::read)));
        }
        ImmutableList<LaterView> later = reflection.later().stream()
                .flatMap(l -> room.read(l.lookBack()).map(back -> new LaterView(l.at(), back)).stream())
                .collect(ImmutableList.toImmutableList());
        boolean offCourse =
                !later.isEmpty() && later.get(later.size() - 1).lookBack().isOffCourse();
        return new ReflectionView(
                reflection.id(),
                reflection.owner(),
                reflection.group(),
                reflection.exercise(),
                reflection.writtenAt(),
                answers.build(),
                later,
                reflection.followUpOn(),
                own ? reflection.plans() : ImmutableSet.of(),
                own ? path : ImmutableList.of(),
                own && offCourse && reflection.plans().isEmpty());
    }
}
