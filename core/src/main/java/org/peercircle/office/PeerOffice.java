package org.peercircle.office;

import java.time.InstantSource;
import org.peercircle.id.IdSource;
import org.peercircle.id.ProgramId;
import org.peercircle.office.port.ProgramRepository;

/**
 * The one door for hosts. Holds no state of its own; safe for use by many threads.
 *
 * <pre>{@code
 * PeerOffice office = PeerOffice.of(ProgramId.of("postdocs-2027"), repository, Clock.systemUTC(), ids);
 * Desk desk = office.as(Actor.coordinator(PersonId.of("dana")));
 * Decision<CohortView> cohort = desk.cohorts().open(terms);
 * }</pre>
 *
 * <p>Every operation checks who asks, loads, decides and commits; where another commit was faster it decides anew, up to
 * five times. What it returns is built from the world restricted to what the actor may see: to everybody else a thing
 * is simply not there.
 */
public final class PeerOffice {

    private final Backstage backstage;

    private PeerOffice(Backstage backstage) {
        this.backstage = backstage;
    }

    /** Returns the office of a program over a repository. */
    public static PeerOffice of(ProgramId program, ProgramRepository repository, InstantSource clock, IdSource ids) {
        return of(program, repository, clock, ids, Retention.DEFAULT);
    }

    /** Returns the office of a program that keeps things for other times than usual. */
    public static PeerOffice of(
            ProgramId program, ProgramRepository repository, InstantSource clock, IdSource ids, Retention retention) {
        return new PeerOffice(new Backstage(program, repository, clock, ids, retention));
    }

    /** Returns the services for one actor, whom the host has authenticated. */
    public Desk as(Actor actor) {
        return new Desk(backstage, actor);
    }
}
