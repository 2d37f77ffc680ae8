package org.peercircle.office;

/** The services of the office for one actor. */
public final class Desk {

    private final Backstage backstage;
    private final Actor actor;

    Desk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
    }

    /** Returns the service for participants. */
    public PeopleDesk people() {
        return new PeopleDesk(backstage, actor);
    }

    /** Returns the service for cohorts. */
    public CohortDesk cohorts() {
        return new CohortDesk(backstage, actor);
    }

    /** Returns the service for groups. */
    public GroupDesk groups() {
        return new GroupDesk(backstage, actor);
    }

    /** Returns the service for free seats. */
    public SeatDesk seats() {
        return new SeatDesk(backstage, actor);
    }

    /** Returns the service for what groups agree. */
    public AgreementDesk agreements() {
        return new AgreementDesk(backstage, actor);
    }

    /** Returns the service for community spaces. */
    public SpaceDesk spaces() {
        return new SpaceDesk(backstage, actor);
    }

    /** Returns the service for turns. */
    public TurnDesk turns() {
        return new TurnDesk(backstage, actor);
    }

    /** Returns the service for meetings. */
    public MeetingDesk meetings() {
        return new MeetingDesk(backstage, actor);
    }

    /** Returns the service for action plans. */
    public PlanDesk plans() {
        return new PlanDesk(backstage, actor);
    }

    /** Returns the service for rehearsals of hard conversations. */
    public RehearsalDesk rehearsals() {
        return new RehearsalDesk(backstage, actor);
    }

    /** Returns the service for exercises. */
    public ExerciseDesk exercises() {
        return new ExerciseDesk(backstage, actor);
    }

    /** Returns the service for pulse surveys. */
    public PulseDesk pulses() {
        return new PulseDesk(backstage, actor);
    }

    /** Returns the service for reports to the program office. */
    public ReportDesk reports() {
        return new ReportDesk(backstage, actor);
    }

    /** Returns the service for what a person may ask of their own data. */
    public PrivacyDesk privacy() {
        return new PrivacyDesk(backstage, actor);
    }

    /** Returns the service for the program's log. */
    public AuditDesk audit() {
        return new AuditDesk(backstage, actor);
    }

    /** Returns the service for what must be passed on in spite of the promise. */
    public ExceptionDesk exceptions() {
        return new ExceptionDesk(backstage, actor);
    }

    /** Returns the service for what is said without a name. */
    public SayingDesk sayings() {
        return new SayingDesk(backstage, actor);
    }

    /** Returns the service for what the law demands. */
    public LegalDesk legal() {
        return new LegalDesk(backstage, actor);
    }

    /** Returns the service for deleting what is past its time. */
    public RetentionDesk retention() {
        return new RetentionDesk(backstage, actor);
    }

    /** Returns the service for releasing what one said to more people. */
    public ReleaseDesk releases() {
        return new ReleaseDesk(backstage, actor);
    }

    /** Returns the service for reminders. */
    public ReminderDesk reminders() {
        return new ReminderDesk(backstage, actor);
    }
}
