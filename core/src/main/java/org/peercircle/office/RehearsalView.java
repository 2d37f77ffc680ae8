package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.RehearsalId;
import org.peercircle.rehearsal.Aftermath;
import org.peercircle.rehearsal.Brief;
import org.peercircle.rehearsal.Observation;
import org.peercircle.rehearsal.Part;
import org.peercircle.rehearsal.Progression;
import org.peercircle.rehearsal.Rehearsal;
import org.peercircle.rehearsal.Round;
import org.peercircle.rehearsal.SelfAssessment;

/**
 * A rehearsal as somebody who may read it sees it. Its texts are plain: take care where they go.
 *
 * @param names names of members, or of people above the speaker, that stand in the brief: better say a role. For the
 *     speaker alone
 * @param progression how clarity and firmness changed; for the speaker alone
 */
public record RehearsalView(
        RehearsalId id,
        PersonId speaker,
        GroupId group,
        Optional<MeetingId> meeting,
        BriefView brief,
        ImmutableList<RoundView> rounds,
        ImmutableList<AftermathView> aftermath,
        ImmutableSet<String> names,
        Optional<Progression> progression) {

    /** What it is about. */
    public record BriefView(
            String ask,
            String counterpart,
            Optional<String> interests,
            Optional<String> worstFear,
            Optional<String> openingLine,
            Optional<LocalDate> talkOn) {
        /** Hides the text: a view may be printed by accident. */
        @Override
        public String toString() {
            return "BriefView[…]";
        }
    }

    /** One round. */
    public record RoundView(
            int number,
            Round.Kind kind,
            Instant at,
            ImmutableMap<PersonId, Part> cast,
            Optional<SelfAssessment> selfAssessment,
            ImmutableList<FeedbackView> feedback) {}

    /** What a peer observed. */
    public record FeedbackView(PersonId by, Instant at, Observation observation) {}

    /** What happened. */
    public record AftermathView(Aftermath.Outcome outcome, Optional<String> words, Instant at) {
        /** Hides the text: a view may be printed by accident. */
        @Override
        public String toString() {
            return "AftermathView[" + outcome + "]";
        }
    }

    /** Hides the texts: a view may be printed by accident. */
    @Override
    public String toString() {
        return "RehearsalView[" + id + "]";
    }

    static RehearsalView of(Rehearsal rehearsal, Room room, ImmutableSet<String> names) {
        boolean own = room.actor().isThemself(rehearsal.speaker());
        return new RehearsalView(
                rehearsal.id(),
                rehearsal.speaker(),
                rehearsal.group(),
                rehearsal.meeting(),
                brief(rehearsal.brief(), room),
                rehearsal.rounds().stream().map(r -> round(r, room)).collect(ImmutableList.toImmutableList()),
                rehearsal.aftermath().stream()
                        .map(a -> new AftermathView(a.outcome(), a.words().flatMap(room::read), a.at()))
                        .collect(ImmutableList.toImmutableList()),
                own ? names : ImmutableSet.of(),
                own ? Optional.of(rehearsal.progression(room.reader())) : Optional.empty());
    }

    /** What the speaker wrote carries the rehearsal's tag, so whoever is here may read it. */
    private static BriefView brief(Brief brief, Room room) {
        return new BriefView(
                room.read(brief.ask()).orElse(""),
                room.read(brief.counterpart()).orElse(""),
                brief.interests().flatMap(room::read),
                brief.worstFear().flatMap(room::read),
                brief.openingLine().flatMap(room::read),
                brief.talkOn());
    }

    private static RoundView round(Round round, Room room) {
        return new RoundView(
                round.number(),
                round.kind(),
                round.at(),
                round.cast(),
                round.selfAssessment().flatMap(room::read),
                round.feedback().stream()
                        .flatMap(f -> room.read(f.observation()).stream().map(o -> new FeedbackView(f.by(), f.at(), o)))
                        .collect(ImmutableList.toImmutableList()));
    }
}
