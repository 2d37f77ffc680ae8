package org.peercircle.rehearsal;

import com.google.common.collect.ImmutableList;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import org.peercircle.confidentiality.Reader;

/**
 * How clarity and firmness changed over the rounds in which the rehearser spoke, for the rehearser alone: by their own
 * word, and on average by those who watched.
 */
public record Progression(ImmutableList<Point> points) {

    /**
     * One round.
     *
     * @param ownClarity empty if they said nothing of it
     * @param clarity the mean of the peers' marks; empty without any
     */
    public record Point(
            int round,
            OptionalDouble ownClarity,
            OptionalDouble ownFirmness,
            OptionalDouble clarity,
            OptionalDouble firmness) {}

    static Progression of(Rehearsal rehearsal, Reader reader) {
        return new Progression(rehearsal.rounds().stream()
                .filter(r -> r.playing(Part.SPEAKER).contains(rehearsal.speaker()))
                .map(r -> point(r, reader))
                .collect(ImmutableList.toImmutableList()));
    }

    private static Point point(Round round, Reader reader) {
        return new Point(
                round.number(),
                own(round, reader, SelfAssessment::clarity),
                own(round, reader, SelfAssessment::firmness),
                peers(round, reader, Observation::clarity),
                peers(round, reader, Observation::firmness));
    }

    private static OptionalDouble own(Round round, Reader reader, ToIntFunction<SelfAssessment> mark) {
        return round.selfAssessment().flatMap(reader::read).stream()
                .mapToInt(mark)
                .average();
    }

    private static OptionalDouble peers(Round round, Reader reader, ToIntFunction<Observation> mark) {
        return round.feedback().stream()
                .flatMap(f -> reader.read(f.observation()).stream())
                .mapToInt(mark)
                .average();
    }
}
