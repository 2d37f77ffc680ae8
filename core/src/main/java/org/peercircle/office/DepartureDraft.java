package org.peercircle.office;

import java.time.Instant;
import java.util.Optional;
import org.peercircle.confidentiality.Confidential;

/**
 * How a member leaves.
 *
 * <pre>{@code
 * DepartureDraft.now().keepingSpace().because(Confidential.draft("A position elsewhere."));
 * DepartureDraft.on(lastDay).withFarewell();
 * }</pre>
 *
 * @param at from when on they are no member; empty for at once
 * @param keepsSpace whether they keep the community space
 * @param wantsFarewell whether the agenda of their last meeting has a farewell
 * @param reason for the leaver alone
 */
public record DepartureDraft(
        Optional<Instant> at, boolean keepsSpace, boolean wantsFarewell, Optional<Confidential<String>> reason) {

    /** Returns a departure at once. */
    public static DepartureDraft now() {
        return new DepartureDraft(Optional.empty(), false, false, Optional.empty());
    }

    /** Returns a departure that was announced: they are a member until then. */
    public static DepartureDraft on(Instant at) {
        return new DepartureDraft(Optional.of(at), false, false, Optional.empty());
    }

    /** Returns this departure of somebody who keeps the community space. */
    public DepartureDraft keepingSpace() {
        return new DepartureDraft(at, true, wantsFarewell, reason);
    }

    /** Returns this departure with a farewell at the last meeting. */
    public DepartureDraft withFarewell() {
        return new DepartureDraft(at, keepsSpace, true, reason);
    }

    /** Returns this departure with a reason, which nobody but the leaver ever reads. */
    public DepartureDraft because(Confidential<String> why) {
        return new DepartureDraft(at, keepsSpace, wantsFarewell, Optional.of(why));
    }
}
