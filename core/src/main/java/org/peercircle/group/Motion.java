package org.peercircle.group;

import java.time.LocalDate;
import java.util.Optional;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.PersonId;

/** What a group can be asked to agree to. */
public sealed interface Motion {

    /** End somebody's membership: for absence, or otherwise. */
    record Remove(PersonId person, boolean forAbsence) implements Motion {}

    /** Another charter. */
    record Amend(Confidential<CharterWords> words, CharterSettings settings) implements Motion {}

    /** Go on although the size is outside the rule. */
    record ContinueAsIs() implements Motion {}

    /** Another term, until this day, exclusive. */
    record Recontract(LocalDate until) implements Motion {}

    /** End the group. */
    record Disband() implements Motion {}

    /** End the group and keep its space: everybody becomes alumni. */
    record BecomeAlumniCircle() implements Motion {}

    /** Returns the stable name of the kind of motion. */
    default String code() {
        if (this instanceof Remove remove) {
            return remove.forAbsence() ? "lapse" : "remove";
        }
        if (this instanceof Amend) {
            return "amend";
        }
        if (this instanceof ContinueAsIs) {
            return "continue-as-is";
        }
        if (this instanceof Recontract) {
            return "recontract";
        }
        return this instanceof Disband ? "disband" : "become-alumni-circle";
    }

    /** Returns whom it is about, who is not asked. */
    default Optional<PersonId> concerned() {
        return this instanceof Remove remove ? Optional.of(remove.person()) : Optional.empty();
    }

    /** Returns the rule by which it is agreed. */
    default ConsentRule ruleOf(ConsentRules rules) {
        if (this instanceof Remove) {
            return rules.removing();
        }
        return this instanceof Amend || this instanceof ContinueAsIs ? rules.amending() : rules.ending();
    }
}
