package org.peercircle.people;

import java.time.LocalDate;
import org.peercircle.id.PersonId;

/**
 * That somebody was erased (law E8): their id, which can't be used again, and the day.
 *
 * @param day in UTC
 */
public record Erasure(PersonId person, LocalDate day) {}
