package org.peercircle.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.peercircle.decision.Decision;
import org.peercircle.id.GroupId;
import org.peercircle.id.LegalMatterId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.internal.ValueStyle;

/**
 * What the law demands: that something be kept, or handed out. One officer files it and another confirms it; until then
 * nothing happens (laws X3, E10).
 */
@Value.Immutable
@ValueStyle
public interface LegalMatter {

    /** Returns the id. */
    LegalMatterId id();

    /** Returns the program. */
    ProgramId program();

    /** Returns what is demanded. */
    LegalOrder order();

    /** Returns who filed it. */
    PersonId filedBy();

    /** Returns when. */
    Instant filedAt();

    /** Returns who confirmed it; empty before that. */
    Optional<PersonId> confirmedBy();

    /** Returns when it was confirmed. */
    Optional<Instant> confirmedAt();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Confirms it, which somebody else does than filed it. */
    default Decision<LegalMatter> confirm(PersonId officer, Instant now) {
        if (confirmedBy().isPresent()) {
            return Decision.refuse(
                    new LegalRefusal.MatterClosed(id(), confirmedAt().orElseThrow()));
        }
        if (officer.equals(filedBy())) {
            return Decision.refuse(new LegalRefusal.NeedsAnother(id()));
        }
        return Decision.accept(
                builder().from(this).confirmedBy(officer).confirmedAt(now).build());
    }

    /** Whether it keeps what these people said in a group from being deleted now. */
    default boolean holds(GroupId group, Set<PersonId> owners, Instant now) {
        return order().demand() instanceof LegalOrder.Demand.Keep keep
                && confirmedBy().isPresent()
                && now.isBefore(keep.until())
                && order().group().equals(group)
                && owners.stream().anyMatch(order().owners()::contains);
    }

    /** Returns from when on the owners may know. */
    default Instant toldFrom() {
        Instant confirmed = confirmedAt().orElse(filedAt());
        return order().silentUntil().filter(confirmed::isBefore).orElse(confirmed);
    }

    /** Builds a matter. */
    final class Builder extends ImmutableLegalMatter.Builder {
        Builder() {}
    }
}
