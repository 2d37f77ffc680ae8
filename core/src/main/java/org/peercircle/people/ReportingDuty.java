package org.peercircle.people;

/**
 * A person's legal duty to pass certain things on, which no charter can promise away. Which duty somebody has is for the
 * institution to say; it differs by place and role.
 */
public enum ReportingDuty {
    /** No duty. */
    NONE,
    /** Must report certain things by law or rule, as a mandated reporter. */
    MANDATORY,
    /** May by law keep confidential even what others must report. */
    CONFIDENTIAL_RESOURCE
}
