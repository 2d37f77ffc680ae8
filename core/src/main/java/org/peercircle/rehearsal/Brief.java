package org.peercircle.rehearsal;

import java.time.LocalDate;
import java.util.Optional;
import org.peercircle.confidentiality.Confidential;

/**
 * What a conversation is about, before it is practiced.
 *
 * @param ask what the speaker wants to ask for or say
 * @param counterpart whom they will talk to, as a role ("my supervisor"), never by name
 * @param interests what the counterpart cares about
 * @param worstFear what the speaker fears most
 * @param openingLine the first sentence
 * @param talkOn when the real conversation is to be, if that is known
 */
public record Brief(
        Confidential<String> ask,
        Confidential<String> counterpart,
        Optional<Confidential<String>> interests,
        Optional<Confidential<String>> worstFear,
        Optional<Confidential<String>> openingLine,
        Optional<LocalDate> talkOn) {

    /** Returns a brief of no more than an ask and whom it is put to. */
    public static Brief of(String ask, String counterpart) {
        return new Brief(
                Confidential.draft(ask),
                Confidential.draft(counterpart),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns this brief with what the counterpart cares about. */
    public Brief caringAbout(String whatTheyCareAbout) {
        return new Brief(
                ask, counterpart, Optional.of(Confidential.draft(whatTheyCareAbout)), worstFear, openingLine, talkOn);
    }

    /** Returns this brief with what the speaker fears most. */
    public Brief fearing(String fear) {
        return new Brief(ask, counterpart, interests, Optional.of(Confidential.draft(fear)), openingLine, talkOn);
    }

    /** Returns this brief with the first sentence. */
    public Brief opening(String line) {
        return new Brief(ask, counterpart, interests, worstFear, Optional.of(Confidential.draft(line)), talkOn);
    }

    /** Returns this brief with the day of the real conversation. */
    public Brief on(LocalDate day) {
        return new Brief(ask, counterpart, interests, worstFear, openingLine, Optional.of(day));
    }
}
