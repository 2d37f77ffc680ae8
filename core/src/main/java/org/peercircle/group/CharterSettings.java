package org.peercircle.group;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Period;
import java.util.Set;
import org.immutables.value.Value;
import org.peercircle.internal.Arguments;
import org.peercircle.internal.ValueStyle;
import org.peercircle.meeting.AttendanceRule;
import org.peercircle.meeting.Cadence;
import org.peercircle.meeting.MeetingFormat;
import org.peercircle.meeting.MeetingTime;
import org.peercircle.meeting.Quorum;
import org.peercircle.moderation.ModerationRule;

/** What a charter settles that the program office may see: when and how the group meets, and how it agrees. */
@Value.Immutable
@ValueStyle
public interface CharterSettings {

    /** Returns the usual format; each meeting may have another. */
    MeetingFormat format();

    /** Returns what members promise each other, at least one thing. */
    ImmutableSet<ConfidentialityRule> confidentiality();

    /** Returns when something may leave the group all the same, each with its condition. */
    ImmutableSet<DisclosureException> exceptions();

    /** Returns how much absence is too much. */
    AttendanceRule attendance();

    /** Returns who guides meetings. */
    ModerationRule moderation();

    /** Returns how often the group meets. */
    Cadence cadence();

    /** Returns when it meets, and for how long. */
    MeetingTime time();

    /** Returns how many make a meeting. */
    @Value.Default
    default Quorum quorum() {
        return Quorum.HALF;
    }

    /** Returns how many open steps of one member are enough: above it, the carry-over review says so. 1 to 50. */
    @Value.Default
    default int openCommitments() {
        return 5;
    }

    /** Returns by which rules the group agrees. */
    @Value.Default
    default ConsentRules consent() {
        return ConsentRules.USUAL;
    }

    /** Returns how long a newcomer is on probation; none for founders. */
    @Value.Default
    default Period probation() {
        return Period.ZERO;
    }

    /** Whether the office sees who attended and everybody's standing, never the reasons. */
    @Value.Default
    default boolean officeSeesAttendance() {
        return false;
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Returns these settings with the office seeing attendance, or not. */
    default CharterSettings withOfficeSeeingAttendance(boolean sees) {
        return builder().from(this).officeSeesAttendance(sees).build();
    }

    /** Whether the charter promises what a member with a duty to report can't keep. */
    default boolean promisesTooMuch() {
        return confidentiality().contains(ConfidentialityRule.ABSOLUTE)
                && exceptions().stream().noneMatch(e -> e.what() == DisclosureException.Case.REPORTING_DUTY);
    }

    /** Returns the promise and its exceptions, a sentence each, as members read them. */
    default ImmutableList<String> promise() {
        return ImmutableList.<String>builder()
                .addAll(confidentiality().stream()
                        .map(ConfidentialityRule::words)
                        .toList())
                .addAll(exceptions().stream().map(DisclosureException::words).toList())
                .build();
    }

    /** Checks what must hold. */
    @Value.Check
    default void check() {
        Arguments.require(!confidentiality().isEmpty(), "confidentiality", "promise something", confidentiality());
        Set<ConfidentialityRule> reach = ImmutableSet.of(
                ConfidentialityRule.ABSOLUTE, ConfidentialityRule.OWN_STORY_ONLY, ConfidentialityRule.CHATHAM_HOUSE);
        Arguments.require(
                confidentiality().stream().filter(reach::contains).count() <= 1,
                "confidentiality",
                "hold at most one of " + reach,
                confidentiality());
        Arguments.requireBetween(1, openCommitments(), 50, "openCommitments");
        Arguments.require(!probation().isNegative(), "probation", "not be negative", probation());
    }

    /** Builds settings. */
    final class Builder extends ImmutableCharterSettings.Builder {
        Builder() {}
    }
}
