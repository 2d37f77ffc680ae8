package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import org.peercircle.id.MeetingId;
import org.peercircle.moderation.Rota;
import org.peercircle.moderation.Swap;

/**
 * What members have arranged about their turns, as members see it.
 *
 * @param optOuts those that run now or are to come
 * @param skips of meetings to come
 * @param offers swaps that wait for an answer
 */
public record RotaView(ImmutableList<Rota.OptOut> optOuts, ImmutableSet<Rota.Skip> skips, ImmutableList<Swap> offers) {

    static RotaView of(Room room) {
        Instant now = room.world().now();
        Rota rota = room.group().rota();
        ImmutableSet<MeetingId> coming =
                room.coming(0).stream().flatMap(c -> c.meeting().stream()).collect(ImmutableSet.toImmutableSet());
        return new RotaView(
                rota.optOuts().stream()
                        .filter(o -> o.away().until().map(now::isBefore).orElse(true))
                        .collect(ImmutableList.toImmutableList()),
                rota.skips().stream().filter(s -> coming.contains(s.meeting())).collect(ImmutableSet.toImmutableSet()),
                rota.offers());
    }
}
