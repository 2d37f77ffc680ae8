package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.peercircle.id.RehearsalId;
import org.peercircle.id.StepId;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.plan.ActionPlan;
import org.peercircle.plan.Comparison;
import org.peercircle.plan.Correction;
import org.peercircle.plan.Difference;
import org.peercircle.plan.Episode;
import org.peercircle.plan.NextStep;
import org.peercircle.plan.Report;
import org.peercircle.rehearsal.Aftermath;
import org.peercircle.rehearsal.Rehearsal;
import org.peercircle.rehearsal.Round;

/**
 * One thing in the story of a plan, as somebody who may read it is told it.
 *
 * @param what in a few words, without the owner's
 * @param words the owner's own words, if there are any that the actor may read
 * @param step the step it is about, if it is about one
 * @param details what changed by it, a line each
 */
public record StoryLine(
        Instant at,
        Kind kind,
        String what,
        Optional<String> words,
        Optional<StepId> step,
        ImmutableList<String> details) {

    /** What kind of thing it was. */
    public enum Kind {
        /** The plan was drafted. */
        DRAFTED,
        /** It was made the one to live by. */
        STARTED,
        /** A step was reported on. */
        REPORTED,
        /** The owner judged whether it helped. */
        JUDGED,
        /** The course was changed. */
        CHANGED_COURSE,
        /** A conversation was practiced. */
        REHEARSED,
        /** The real conversation was told of. */
        TOLD,
        /** The goal was reached. */
        ACHIEVED
    }

    /** Hides the words: a line may be printed by accident. */
    @Override
    public String toString() {
        return "StoryLine[" + at + ", " + kind + "]";
    }

    /** At the same instant a conversation comes before what its owner made of it, and the plan's own story stays in order. */
    static ImmutableList<StoryLine> of(ActionPlan plan, Room room) {
        List<StoryLine> lines = new ArrayList<>(ofRehearsals(plan, room));
        plan.story().stream()
                .filter(episode ->
                        !(episode instanceof Episode.Reported) || room.permits(plan.checkInTag(episode.at())))
                .forEach(episode -> lines.add(line(plan, episode, room)));
        lines.sort(Comparator.comparing(StoryLine::at));
        return ImmutableList.copyOf(lines);
    }

    private static StoryLine line(ActionPlan plan, Episode episode, Room room) {
        if (episode instanceof Episode.Drafted drafted) {
            return new StoryLine(
                    episode.at(),
                    Kind.DRAFTED,
                    "A plan was drafted",
                    room.read(drafted.revision().goal().outcome()),
                    Optional.empty(),
                    drafted.revision().steps().stream()
                            .flatMap(s -> s.sentence(room.reader()).stream())
                            .collect(ImmutableList.toImmutableList()));
        }
        if (episode instanceof Episode.CourseChanged changed) {
            Correction correction = changed.revision().correction().orElseThrow();
            int number = changed.revision().number();
            return new StoryLine(
                    episode.at(),
                    Kind.CHANGED_COURSE,
                    correction.kind().words(),
                    room.read(correction.reason()),
                    Optional.empty(),
                    Comparison.of(plan, number - 1, number).told(room.reader()).stream()
                            .filter(told -> told.how() != Difference.How.CARRIED)
                            .map(Comparison.Told::line)
                            .collect(ImmutableList.toImmutableList()));
        }
        if (episode instanceof Episode.Reported reported) {
            return reported(reported, room);
        }
        if (episode instanceof Episode.Judged judged) {
            return plain(episode, Kind.JUDGED, judged.review().helped() ? "It helped" : "It did not help");
        }
        boolean reached = ((Episode.Entered) episode).change().to() == ActionPlan.State.ACHIEVED;
        return reached
                ? plain(episode, Kind.ACHIEVED, "The goal is reached")
                : plain(episode, Kind.STARTED, "It became the plan to live by");
    }

    private static StoryLine plain(Episode episode, Kind kind, String what) {
        return new StoryLine(episode.at(), kind, what, Optional.empty(), Optional.empty(), ImmutableList.of());
    }

    private static StoryLine reported(Episode.Reported reported, Room room) {
        Report report = reported.checkIn().report();
        String what = report.result().name().toLowerCase(Locale.ROOT)
                + report.confidence().map(c -> ", confidence " + c + " of 10").orElse("");
        return new StoryLine(
                reported.at(),
                Kind.REPORTED,
                room.read(reported.step().what()).map(step -> step + ": ").orElse("") + what,
                report.note().flatMap(room::read),
                Optional.of(reported.step().id()),
                report.whatHelped()
                        .flatMap(room::read)
                        .map(helped -> ImmutableList.of("What helped: " + helped))
                        .orElse(ImmutableList.of()));
    }

    private static List<StoryLine> ofRehearsals(ActionPlan plan, Room room) {
        ImmutableSet<RehearsalId> ids = plan.revisions().stream()
                .flatMap(r -> r.steps().stream())
                .map(NextStep::rehearsal)
                .flatMap(Optional::stream)
                .collect(ImmutableSet.toImmutableSet());
        return room.work().findAll(AggregateKind.REHEARSAL, ids).values().stream()
                .filter(r -> room.permits(r.tag()))
                .flatMap(r -> of(r, room))
                .toList();
    }

    private static Stream<StoryLine> of(Rehearsal rehearsal, Room room) {
        int rounds = rehearsal.rounds().size();
        Stream<StoryLine> played = rehearsal.rounds().stream()
                .map(Round::at)
                .findFirst()
                .map(at -> new StoryLine(
                        at,
                        Kind.REHEARSED,
                        "Practiced the conversation, " + (rounds == 1 ? "one round" : rounds + " rounds"),
                        room.read(rehearsal.brief().ask()),
                        Optional.empty(),
                        ImmutableList.of()))
                .stream();
        Stream<StoryLine> told = rehearsal.aftermath().stream()
                .map(a -> new StoryLine(
                        a.at(),
                        Kind.TOLD,
                        "The conversation: " + word(a.outcome()),
                        a.words().flatMap(room::read),
                        Optional.empty(),
                        ImmutableList.of()));
        return Stream.concat(played, told);
    }

    private static String word(Aftermath.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
