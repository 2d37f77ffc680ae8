package org.peercircle.confidentiality;

import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.peercircle.id.PersonId;

/** What properties of tags and of who reads them are tried on. */
abstract class OfTags {

    @Provide
    Arbitrary<Tag> tags() {
        return Tags.tags();
    }

    @Provide
    Arbitrary<Policy> policies() {
        return Tags.policies();
    }

    @Provide
    Arbitrary<Atom> atoms() {
        return Tags.atoms();
    }

    @Provide
    Arbitrary<Tags.Facts> facts() {
        return Tags.facts();
    }

    @Provide
    Arbitrary<Viewer> viewers() {
        return Tags.viewers();
    }

    @Provide
    Arbitrary<PersonId> people() {
        return Tags.people();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Tags.instants();
    }
}
