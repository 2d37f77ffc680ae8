package org.peercircle.office.port;

import com.google.common.collect.ImmutableList;
import org.peercircle.decision.DomainEvent;
import org.peercircle.id.ProgramId;

/**
 * What is written at once or not at all.
 *
 * @param commitId unique in the program; the same for each attempt at the same commit
 */
public record ProgramCommit(
        ProgramId program, String commitId, ImmutableList<Write> writes, ImmutableList<DomainEvent> events) {}
