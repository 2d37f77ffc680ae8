package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.peercircle.confidentiality.Atom;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Policy;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.decision.Decision;
import org.peercircle.group.GroupRefusal;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.RehearsalId;
import org.peercircle.meeting.Meeting;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.people.Participant;
import org.peercircle.rehearsal.Aftermath;
import org.peercircle.rehearsal.Brief;
import org.peercircle.rehearsal.Feedback;
import org.peercircle.rehearsal.Names;
import org.peercircle.rehearsal.Observation;
import org.peercircle.rehearsal.Part;
import org.peercircle.rehearsal.Rehearsal;
import org.peercircle.rehearsal.Round;
import org.peercircle.rehearsal.SelfAssessment;

/**
 * Rehearsals of hard conversations. What the speaker says is for those who have a part and, at a meeting, those present
 * at it; what a peer observed is for the speaker and those present. Nothing of it is ever the program office's.
 */
public final class RehearsalDesk {

    private final Backstage backstage;
    private final Actor actor;
    private final Shelf<Rehearsal> rehearsals;

    RehearsalDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
        this.rehearsals = new Shelf<>(
                backstage,
                actor,
                AggregateKind.REHEARSAL,
                "rehearsal",
                Rehearsal::group,
                Rehearsal::speaker,
                Rehearsal::tag);
    }

    /**
     * Says what a conversation is about; the texts are drafts. For members. Where a name of a member or of somebody above
     * the speaker stands in it, {@link RehearsalView#names} says so.
     *
     * @param meeting the meeting it is rehearsed at, if at one
     */
    public Decision<RehearsalView> prepare(GroupId group, Optional<MeetingId> meeting, Brief brief) {
        return backstage.decide(work -> Room.enter(backstage, actor, work, group, room -> {
            if (!room.isMember()) {
                return Room.membersOnly("rehearse here");
            }
            if (meeting.isPresent() && meeting.flatMap(room::meeting).isEmpty()) {
                return Decision.refuse(new OfficeRefusal.NotThere(
                        "meeting", meeting.orElseThrow().value()));
            }
            RehearsalId id = RehearsalId.of(backstage.newId());
            Tag tag = taggedFor(actor.person(), room, meeting, ImmutableSet.of());
            Rehearsal rehearsal = Rehearsal.builder()
                    .id(id)
                    .speaker(actor.person())
                    .group(group)
                    .meeting(meeting)
                    .tag(tag)
                    .brief(filed(brief, tag))
                    .build();
            work.create(AggregateKind.REHEARSAL, id, rehearsal);
            return Decision.accept(view(room, rehearsal));
        }));
    }

    /** Says anew what it is about. For the speaker. */
    public Decision<RehearsalView> prepareAnew(RehearsalId id, Brief brief) {
        return change(id, (room, rehearsal) -> Decision.accept(rehearsal.prepare(filed(brief, rehearsal.tag()))));
    }

    /**
     * Begins a round, with who has which part. For the speaker. Whoever has a part may read what the speaker says, unless a
     * conflict or a power keeps them from it: which is not told here, so that nobody learns of it (law C10).
     *
     * @param cast members; the speaker among them
     */
    public Decision<RehearsalView> play(RehearsalId id, Round.Kind kind, Map<PersonId, Part> cast) {
        return change(id, (room, rehearsal) -> {
            Optional<PersonId> stranger = cast.keySet().stream()
                    .filter(p -> !room.members().contains(p))
                    .findFirst();
            if (stranger.isPresent()) {
                return Decision.refuse(new GroupRefusal.NotAMember(rehearsal.group(), stranger.orElseThrow()));
            }
            return rehearsal.play(kind, cast, room.work().now()).map(played -> forItsPeers(played, room));
        });
    }

    /** Says how a round was for oneself, before peers speak. For the speaker. */
    public Decision<RehearsalView> assess(RehearsalId id, int round, SelfAssessment assessment) {
        return change(
                id,
                (room, rehearsal) ->
                        rehearsal.assess(round, backstage.file(Confidential.draftOf(assessment), rehearsal.tag())));
    }

    /** Says what one observed in a round. For peers who had a part in it, after the speaker spoke. */
    public Decision<RehearsalView> observe(RehearsalId id, int round, Observation observation) {
        return backstage.decide(work -> rehearsals.with(work, id, (room, rehearsal) -> {
            Tag tag = taggedFor(actor.person(), room, rehearsal.meeting(), ImmutableSet.of(rehearsal.speaker()));
            Feedback feedback =
                    new Feedback(actor.person(), work.now(), backstage.file(Confidential.draftOf(observation), tag));
            return rehearsal.observe(round, feedback).map(observed -> rehearsals.save(room, id, observed, this::view));
        }));
    }

    /**
     * Steps out, at any moment and for no reason. For the speaker the whole rehearsal is gone; for a peer every part they
     * had and everything they said. Nobody can see afterwards that they were in it.
     */
    public Decision<RehearsalId> stepOut(RehearsalId id) {
        return backstage.decide(work -> rehearsals.with(work, id, (room, rehearsal) -> {
            if (rehearsals.isOwn(rehearsal)) {
                work.delete(AggregateKind.REHEARSAL, id);
            } else {
                work.replace(AggregateKind.REHEARSAL, id, forItsPeers(rehearsal.stepOut(actor.person()), room));
            }
            return Decision.accept(id);
        }));
    }

    /**
     * Takes one commitment along: it becomes a step of the speaker's own plan. For the speaker.
     *
     * @param reason why, in their own words; the plan keeps it with the change of course
     */
    public Decision<PlanView> commit(
            RehearsalId id, PlanId plan, PlanDraft.StepDraft step, Confidential<String> reason) {
        return backstage.decide(work -> rehearsals.own(
                work, id, (room, rehearsal) -> new PlanDesk(backstage, actor).commit(work, plan, id, step, reason)));
    }

    /** Tells what happened in the real conversation. For the speaker. */
    public Decision<RehearsalView> tell(
            RehearsalId id, Aftermath.Outcome outcome, Optional<Confidential<String>> words) {
        return change(
                id,
                (room, rehearsal) -> Decision.accept(rehearsal.tell(new Aftermath(
                        outcome,
                        words.map(w -> backstage.file(w, rehearsal.tag())),
                        room.work().now()))));
    }

    /** Returns a rehearsal that the actor may read. */
    public Decision<RehearsalView> view(RehearsalId id) {
        return rehearsals.read(id, this::view);
    }

    /** Returns the rehearsals of a group that the actor may read, in the order of their ids. */
    public ImmutableList<RehearsalView> list(GroupId group) {
        return rehearsals.list(group, this::view);
    }

    private Decision<RehearsalView> change(RehearsalId id, BiFunction<Room, Rehearsal, Decision<Rehearsal>> change) {
        return rehearsals.change(id, change, this::view);
    }

    private RehearsalView view(Room room, Rehearsal rehearsal) {
        return RehearsalView.of(
                rehearsal, room, rehearsals.isOwn(rehearsal) ? names(rehearsal, room) : ImmutableSet.of());
    }

    /** Names of other members and of those above the speaker that stand in the brief. */
    private ImmutableSet<String> names(Rehearsal rehearsal, Room room) {
        ImmutableSet<PersonId> above = room.work()
                .find(AggregateKind.PARTICIPANT, actor.person())
                .map(p -> p.powersOn(room.work().today()))
                .orElse(ImmutableSet.of());
        ImmutableSet<PersonId> others = Stream.of(room.members(), above)
                .flatMap(Set::stream)
                .filter(p -> !p.equals(actor.person()))
                .collect(ImmutableSet.toImmutableSet());
        ImmutableList<String> names = room.work().findAll(AggregateKind.PARTICIPANT, others).values().stream()
                .map(Participant::name)
                .collect(ImmutableList.toImmutableList());
        Brief brief = rehearsal.brief();
        return Stream.of(
                        Stream.of(brief.ask(), brief.counterpart()),
                        brief.interests().stream(),
                        brief.worstFear().stream(),
                        brief.openingLine().stream())
                .flatMap(pieces -> pieces)
                .flatMap(piece -> room.read(piece).stream())
                .flatMap(text -> Names.in(text, names).stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    private static Tag taggedFor(PersonId author, Room room, Optional<MeetingId> meeting, Set<PersonId> named) {
        ImmutableSet<Atom> audience = Stream.concat(
                        meeting.flatMap(room::meeting).map(Meeting::presentAtom).stream(),
                        named.stream().filter(p -> !p.equals(author)).map(Atom.Named::new))
                .collect(ImmutableSet.toImmutableSet());
        return Tag.content(new Policy(Owner.of(author), audience, ImmutableSet.of()));
    }

    private Brief filed(Brief brief, Tag tag) {
        return each(brief, text -> backstage.file(text, tag));
    }

    private static Brief each(Brief brief, UnaryOperator<Confidential<String>> change) {
        return new Brief(
                change.apply(brief.ask()),
                change.apply(brief.counterpart()),
                brief.interests().map(change),
                brief.worstFear().map(change),
                brief.openingLine().map(change),
                brief.talkOn());
    }

    /** What the speaker said is filed anew for those who have a part now. */
    private static Rehearsal forItsPeers(Rehearsal rehearsal, Room room) {
        Tag tag = taggedFor(rehearsal.speaker(), room, rehearsal.meeting(), rehearsal.peers());
        return Rehearsal.builder()
                .from(rehearsal)
                .tag(tag)
                .brief(each(rehearsal.brief(), text -> Custody.retag(text, tag)))
                .rounds(rehearsal.rounds().stream()
                        .map(r -> Round.builder()
                                .from(r)
                                .selfAssessment(r.selfAssessment().map(s -> Custody.retag(s, tag)))
                                .build())
                        .toList())
                .aftermath(rehearsal.aftermath().stream()
                        .map(a -> new Aftermath(a.outcome(), a.words().map(w -> Custody.retag(w, tag)), a.at()))
                        .toList())
                .build();
    }
}
