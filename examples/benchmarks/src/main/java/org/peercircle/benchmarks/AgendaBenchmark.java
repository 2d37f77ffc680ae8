package org.peercircle.benchmarks;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.peercircle.decision.Decision;
import org.peercircle.id.PersonId;
import org.peercircle.id.StepId;
import org.peercircle.id.TopicId;
import org.peercircle.meeting.Agenda;
import org.peercircle.meeting.AgendaPlanner;
import org.peercircle.meeting.AgendaRequest;
import org.peercircle.meeting.MeetingFormat;
import org.peercircle.meeting.Urgency;

/** An agenda for ten members who all want time, with ever more open steps, of which one in six is due. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class AgendaBenchmark {

    private static final int MEMBERS = 10;
    private static final LocalDate DAY = LocalDate.of(2027, 3, 18);

    /** Open steps. */
    @Param({"6", "60", "600", "6000"})
    public int steps;

    private AgendaRequest request = AgendaRequest.builder()
            .on(DAY)
            .length(Duration.ofHours(2))
            .format(MeetingFormat.ROUNDTABLE)
            .addAttending(person(0))
            .build();

    /** Makes up what the agenda is planned from. */
    @Setup
    public void makeUp() {
        AgendaRequest.Builder builder =
                AgendaRequest.builder().on(DAY).length(Duration.ofHours(8)).format(MeetingFormat.ROUNDTABLE);
        for (int i = 0; i < MEMBERS; i++) {
            builder.addAttending(person(i));
            builder.addTopics(new AgendaRequest.TopicRequest(
                    TopicId.of("t" + i), person(i), Duration.ofMinutes(20), Urgency.NORMAL, i % 4));
        }
        int due = Math.min(steps / 6, 300);
        for (int i = 0; i < steps; i++) {
            LocalDate day = i % 6 == 0 && i / 6 < due ? DAY.minusDays(i % 40) : DAY.plusDays(1 + i % 90);
            builder.addSteps(new AgendaRequest.OpenStep(StepId.of("s" + i), person(i % MEMBERS), day));
        }
        request = builder.build();
    }

    private static PersonId person(int i) {
        return PersonId.of("p" + i);
    }

    /** The agenda. */
    @Benchmark
    public Decision<Agenda> agenda() {
        return AgendaPlanner.plan(request);
    }
}
