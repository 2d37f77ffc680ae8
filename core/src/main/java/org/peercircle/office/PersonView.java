package org.peercircle.office;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import org.peercircle.id.PersonId;
import org.peercircle.people.Affiliation;
import org.peercircle.people.CareerStage;
import org.peercircle.people.Participant;

/** A participant as the office and the participant see them. */
public record PersonView(
        PersonId id, String name, CareerStage stage, ImmutableSet<String> departments, ImmutableSet<String> labs) {

    static PersonView of(Participant participant, LocalDate today) {
        return new PersonView(
                participant.id(),
                participant.name(),
                participant.stage(),
                participant.units(Affiliation.Kind.DEPARTMENT, today),
                participant.units(Affiliation.Kind.LAB, today));
    }
}
