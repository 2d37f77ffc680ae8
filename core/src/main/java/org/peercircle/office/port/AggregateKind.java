package org.peercircle.office.port;

import org.peercircle.audit.AuditEntry;
import org.peercircle.audit.AuditLink;
import org.peercircle.audit.LegalMatter;
import org.peercircle.cohort.Cohort;
import org.peercircle.confidentiality.Release;
import org.peercircle.confidentiality.Saying;
import org.peercircle.exercise.Reflection;
import org.peercircle.group.PeerGroup;
import org.peercircle.meeting.Meeting;
import org.peercircle.people.Erasure;
import org.peercircle.people.Participant;
import org.peercircle.plan.ActionPlan;
import org.peercircle.pulse.PulseDiary;
import org.peercircle.pulse.PulseSurvey;
import org.peercircle.rehearsal.Rehearsal;
import org.peercircle.report.StandingReport;

/**
 * A kind of aggregate: what is loaded and committed as a whole, with one version.
 *
 * @param <A> its type
 */
public final class AggregateKind<A> {

    /** Participants; their parent is the program. */
    public static final AggregateKind<Participant> PARTICIPANT = new AggregateKind<>("participant", Participant.class);
    /** Cohorts; their parent is the program. */
    public static final AggregateKind<Cohort> COHORT = new AggregateKind<>("cohort", Cohort.class);
    /** Groups; their parent is the cohort. */
    public static final AggregateKind<PeerGroup> GROUP = new AggregateKind<>("group", PeerGroup.class);
    /** Meetings; their parent is the group. */
    public static final AggregateKind<Meeting> MEETING = new AggregateKind<>("meeting", Meeting.class);
    /** Plans; their parent is the group, which is confidential. */
    public static final AggregateKind<ActionPlan> PLAN = new AggregateKind<>("plan", ActionPlan.class);

    /** Rehearsals; their parent is the group, which is confidential. */
    public static final AggregateKind<Rehearsal> REHEARSAL = new AggregateKind<>("rehearsal", Rehearsal.class);
    /** What members wrote in exercises; their parent is the group, which is confidential. */
    public static final AggregateKind<Reflection> REFLECTION = new AggregateKind<>("reflection", Reflection.class);
    /** What owners released of what they said; their parent is the group, which is confidential. */
    public static final AggregateKind<Release> RELEASE = new AggregateKind<>("release", Release.class);
    /** Pulse surveys; their parent is the cohort. */
    public static final AggregateKind<PulseSurvey> PULSE = new AggregateKind<>("pulse", PulseSurvey.class);
    /** What people say without their name; their parent is the cohort, which is confidential. */
    public static final AggregateKind<Saying> SAYING = new AggregateKind<>("saying", Saying.class);
    /** What people answered in pulse surveys; their parent is the cohort, which is confidential. */
    public static final AggregateKind<PulseDiary> PULSE_DIARY = new AggregateKind<>("pulse-diary", PulseDiary.class);
    /** Reports with all that was shown of them; their parent is the cohort. */
    public static final AggregateKind<StandingReport> REPORT = new AggregateKind<>("report", StandingReport.class);

    /** Who was erased, which is all that is kept of them; their parent is the program. */
    public static final AggregateKind<Erasure> ERASURE = new AggregateKind<>("erasure", Erasure.class);

    /** What the law demands; their parent is the program. */
    public static final AggregateKind<LegalMatter> LEGAL_MATTER =
            new AggregateKind<>("legal-matter", LegalMatter.class);

    /** Entries of the log; their parent is the program. */
    public static final AggregateKind<AuditEntry> AUDIT_ENTRY = new AggregateKind<>("audit-entry", AuditEntry.class);
    /** The last link of the log's chain; its parent is the program. */
    public static final AggregateKind<AuditLink> AUDIT_END = new AggregateKind<>("audit-end", AuditLink.class);

    private final String name;
    private final Class<A> type;

    private AggregateKind(String name, Class<A> type) {
        this.name = name;
        this.type = type;
    }

    /** Returns the stable name. */
    public String name() {
        return name;
    }

    /** Returns the value as this kind's type. */
    public A cast(Object value) {
        return type.cast(value);
    }

    @Override
    public String toString() {
        return name;
    }
}
