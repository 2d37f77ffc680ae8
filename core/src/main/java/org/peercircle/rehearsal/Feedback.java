package org.peercircle.rehearsal;

import java.time.Instant;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.PersonId;

/** What a peer observed in a round, for the speaker and those who were there. */
public record Feedback(PersonId by, Instant at, Confidential<Observation> observation) {}
