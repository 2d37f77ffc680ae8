package org.peercircle.confidentiality;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.EnumSet;

/** What something is read for. There is no purpose for evaluation or personnel decisions, on purpose. */
public enum Purpose {
    /** Peers helping each other. */
    SUPPORT,
    /** Guiding a meeting. */
    FACILITATE,
    /** Running the program: who is where and when. */
    OPERATE,
    /** Aggregate reports behind disclosure control. */
    REPORT,
    /** Approved research on released data. */
    RESEARCH,
    /** A person's own right to see, take along and erase. */
    SUBJECT_RIGHTS,
    /** Imminent harm or a legal duty. */
    SAFETY;

    /** What members' content may be read for unless its owner says otherwise. */
    public static final ImmutableSet<Purpose> CONTENT = Sets.immutableEnumSet(SUPPORT, FACILITATE, SUBJECT_RIGHTS);

    /** What may be read of facts that the program office knows too. */
    static final ImmutableSet<Purpose> OFFICE_FACT =
            Sets.immutableEnumSet(Sets.union(CONTENT, Sets.immutableEnumSet(OPERATE, REPORT)));

    /** Every purpose. */
    public static final ImmutableSet<Purpose> ALL = Sets.immutableEnumSet(EnumSet.allOf(Purpose.class));
}
