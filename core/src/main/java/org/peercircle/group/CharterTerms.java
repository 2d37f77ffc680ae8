package org.peercircle.group;

import org.peercircle.meeting.Cadence;
import org.peercircle.meeting.MeetingTime;

/** A charter as it is proposed to a group. */
public record CharterTerms(CharterWords words, CharterSettings settings) {

    /** Returns the charter of a peer problem-solving group, see {@link CharterPreset#PEER_PROBLEM_SOLVING}. */
    public static CharterTerms peerProblemSolving(Cadence cadence, MeetingTime time) {
        return CharterPreset.PEER_PROBLEM_SOLVING.terms(cadence, time);
    }

    /** Returns these terms with other settings. */
    public CharterTerms with(CharterSettings other) {
        return new CharterTerms(words, other);
    }
}
