package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.peercircle.decision.Decision;
import org.peercircle.group.GroupRefusal;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.internal.Arguments;
import org.peercircle.moderation.Arrangement;
import org.peercircle.moderation.Away;
import org.peercircle.moderation.MeetingRole;
import org.peercircle.moderation.ModerationRefusal;
import org.peercircle.moderation.SwapPreview;
import org.peercircle.moderation.Turn;
import org.peercircle.moderation.TurnOrder;
import org.peercircle.moderation.TurnReason;

/**
 * Turns: who guides the next meetings and who has which other role, and what members arrange among themselves. The
 * program office sees who moderates when, and nothing of the rest (law M8). Nobody is asked for a reason.
 */
public final class TurnDesk {

    /** How far a swap may reach: its turns must lie within so many meetings. */
    private static final int HORIZON = 60;

    private final Backstage backstage;
    private final Actor actor;

    TurnDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
    }

    /**
     * Returns who does what at the next meetings if nothing changes: those scheduled, and beyond them those that the
     * cadence has. For members with every role and the reason; for coordinators who moderates.
     *
     * @param count how many meetings to look ahead, 1 to 1,000
     */
    public Decision<ImmutableList<Turn>> next(GroupId id, int count) {
        Arguments.requireBetween(1, count, 1_000, "count");
        return Room.enter(
                backstage,
                actor,
                backstage.look(),
                id,
                room -> ordered(
                        room,
                        order -> Decision.accept(order.over(room.coming(count)).stream()
                                .limit(count)
                                .map(turn -> room.isMember() ? turn : withoutArrangements(turn))
                                .collect(ImmutableList.toImmutableList()))));
    }

    private static Turn withoutArrangements(Turn turn) {
        var moderates = new Turn.Duty(MeetingRole.MODERATOR, turn.moderator(), new TurnReason.TheirTurn());
        return new Turn(turn.ahead(), turn.meeting(), turn.at(), ImmutableList.of(moderates), turn.backup());
    }

    /** Returns what members have arranged. For members. */
    public Decision<RotaView> arranged(GroupId id) {
        return asMember(id, "see what members have arranged", room -> Decision.accept(RotaView.of(room)));
    }

    /**
     * Takes no turns of these roles from now on. For members, of themselves.
     *
     * @param until exclusive; empty for good
     */
    public Decision<RotaView> optOut(GroupId id, ImmutableSet<MeetingRole> roles, Optional<Instant> until) {
        return arrange(
                id,
                (work, room) -> until.filter(end -> !end.isAfter(work.now())).isPresent()
                        ? Decision.refuse(new GroupRefusal.OutOfOrder(id))
                        : Decision.accept(new Arrangement.OptOut(actor.person(), new Away(roles, work.now(), until))));
    }

    /** Takes turns again. For members, of themselves. */
    public Decision<RotaView> optIn(GroupId id) {
        return arrange(id, (work, room) -> Decision.accept(new Arrangement.OptIn(actor.person(), work.now())));
    }

    /** Asks to be passed over at one meeting to come. Nobody has to agree, and the turn comes back next time. */
    public Decision<RotaView> skip(GroupId id, MeetingId meeting, MeetingRole role) {
        return arrange(
                id,
                (work, room) -> ordered(
                        room,
                        order -> room.turnAt(order, meeting)
                                .flatMap(turn -> turn.duty(role))
                                .map(duty -> duty.person().equals(actor.person())
                                        ? Decision.<Arrangement>accept(
                                                new Arrangement.Skip(actor.person(), meeting, role))
                                        : Decision.<Arrangement>refuse(new ModerationRefusal.NotTheirTurn(
                                                actor.person(), meeting, role, duty.person())))
                                .orElseGet(() -> Decision.refuse(new ModerationRefusal.NoTurn(meeting, role)))));
    }

    /** Takes a turn after all that one had asked to be passed over at. */
    public Decision<RotaView> keepTurn(GroupId id, MeetingId meeting, MeetingRole role) {
        return arrange(id, (work, room) -> Decision.accept(new Arrangement.KeepTurn(actor.person(), meeting, role)));
    }

    /** Returns what exchanging one's own turn at a meeting for another's would do; changes nothing. For members. */
    public Decision<SwapPreview> previewSwap(GroupId id, MeetingRole role, MeetingId mine, MeetingId theirs) {
        return asMember(id, "swap turns", room -> swap(room, role, mine, theirs));
    }

    /** Offers to exchange one's own turn at a meeting for another's, earlier or later. For members. */
    public Decision<RotaView> offerSwap(GroupId id, MeetingRole role, MeetingId mine, MeetingId theirs) {
        return arrange(
                id,
                (work, room) ->
                        swap(room, role, mine, theirs).map(preview -> new Arrangement.OfferSwap(preview.swap())));
    }

    /** Returns what a swap that was offered to the actor would do now. */
    public Decision<SwapPreview> previewOffer(GroupId id, MeetingRole role, PersonId offeredBy) {
        return asMember(id, "swap turns", room -> previewOffer(room, role, offeredBy));
    }

    /** Answers a swap that was offered to the actor. */
    public Decision<RotaView> answerSwap(GroupId id, MeetingRole role, PersonId offeredBy, boolean yes) {
        Arrangement answer = new Arrangement.AnswerSwap(actor.person(), offeredBy, role, yes);
        return arrange(
                id,
                (work, room) ->
                        yes ? previewOffer(room, role, offeredBy).map(preview -> answer) : Decision.accept(answer));
    }

    /** Takes an offer back that was not answered. */
    public Decision<RotaView> withdrawSwap(GroupId id, MeetingRole role, PersonId offeredTo) {
        return arrange(
                id, (work, room) -> Decision.accept(new Arrangement.WithdrawSwap(actor.person(), offeredTo, role)));
    }

    private Decision<SwapPreview> swap(Room room, MeetingRole role, MeetingId mine, MeetingId theirs) {
        return ordered(
                room,
                order -> order.swap(
                        role,
                        actor.person(),
                        mine,
                        theirs,
                        room.coming(HORIZON),
                        room.world().now()));
    }

    private Decision<SwapPreview> previewOffer(Room room, MeetingRole role, PersonId offeredBy) {
        return room.group().rota().offers().stream()
                .filter(s -> s.role() == role
                        && s.offered().person().equals(offeredBy)
                        && s.wanted().person().equals(actor.person()))
                .findFirst()
                .map(swap -> ordered(room, order -> order.preview(swap, room.coming(HORIZON))))
                .orElseGet(() -> Decision.refuse(new ModerationRefusal.NoSwapOffer(offeredBy, actor.person())));
    }

    private static <T> Decision<T> ordered(Room room, Function<TurnOrder, Decision<T>> what) {
        return room.turnOrder()
                .map(what)
                .orElseGet(() ->
                        Decision.refuse(new GroupRefusal.NoCharter(room.group().id())));
    }

    private <T> Decision<T> asMember(GroupId id, String what, Function<Room, Decision<T>> look) {
        return Room.enter(
                backstage,
                actor,
                backstage.look(),
                id,
                room -> room.isMember() ? look.apply(room) : Room.membersOnly(what));
    }

    private interface Arranging {
        Decision<? extends Arrangement> in(Work work, Room room);
    }

    private Decision<RotaView> arrange(GroupId id, Arranging arranging) {
        return Room.change(
                backstage,
                actor,
                id,
                (work, room) -> room.isMember()
                        ? arranging.in(work, room).then(what -> room.group().arrange(what, work.now()))
                        : Room.membersOnly("arrange turns"),
                RotaView::of);
    }
}
