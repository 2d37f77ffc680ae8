package org.peercircle.meeting;

import java.time.Instant;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.PersonId;

/** Something a member wrote down at a meeting, for whom they chose. */
public record Note(PersonId by, Instant at, Confidential<String> text) {}
