package org.peercircle.audit;

import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Policy;
import org.peercircle.confidentiality.Purpose;
import org.peercircle.confidentiality.Tag;
import org.peercircle.id.PersonId;

/**
 * An entry of the log. The detail is sealed under the key of the person whom it concerns; when that is destroyed the chain
 * verifies as before (law A6).
 */
public record AuditEntry(AuditLink link, Confidential<AuditDetail> detail) {

    /** Returns the tag of a detail: for the person whom it concerns, as of right. */
    public static Tag detailTag(PersonId concerned) {
        return Tag.of(Policy.of(Owner.of(concerned)), Purpose.SUPPORT, Purpose.SUBJECT_RIGHTS);
    }
}
