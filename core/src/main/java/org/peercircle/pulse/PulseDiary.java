package org.peercircle.pulse;

import com.google.common.collect.ImmutableMap;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.peercircle.confidentiality.Atom;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Policy;
import org.peercircle.confidentiality.Purpose;
import org.peercircle.confidentiality.Tag;
import org.peercircle.decision.Decision;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.PulseId;
import org.peercircle.internal.ValueStyle;

/** One person's answers to the surveys of one cohort, and whether they may be counted. */
@Value.Immutable
@ValueStyle
public interface PulseDiary {

    /** Returns the id; it says nothing of whose it is. */
    PieceId id();

    /** Returns whose it is. */
    PersonId owner();

    /** Returns the cohort. */
    CohortId cohort();

    /** Returns whether the answers may be counted, with others', in what is shown from now on. */
    boolean consents();

    /** Returns the answers to each survey. */
    ImmutableMap<PulseId, Answers> answers();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Returns who may read what this person answers: nobody but the engine, for reports, and the person themselves. */
    static Tag tagOf(PersonId person) {
        return Tag.of(Policy.of(Owner.of(person), new Atom.Nobody()), Purpose.REPORT, Purpose.SUBJECT_RIGHTS);
    }

    /** Records answers; until the survey closes they may be given anew. */
    default Decision<PulseDiary> answer(PulseSurvey survey, Answers given, boolean mayCount) {
        if (!survey.isOpenAt(given.at())) {
            return Decision.refuse(new PulseRefusal.SurveyClosed(survey.id(), survey.closesAt()));
        }
        Map<PulseId, Answers> all = new HashMap<>(answers());
        all.put(survey.id(), given);
        return Decision.accept(
                builder().from(this).answers(all).consents(mayCount).build());
    }

    /**
     * Returns this diary with what another of the same person holds: two can come about when somebody answers twice at
     * once. The later answers hold, and both must consent.
     */
    default PulseDiary and(PulseDiary other) {
        Map<PulseId, Answers> all = new HashMap<>(answers());
        other.answers()
                .forEach((survey, given) ->
                        all.merge(survey, given, (one, two) -> one.at().isBefore(two.at()) ? two : one));
        return builder()
                .from(this)
                .answers(all)
                .consents(consents() && other.consents())
                .build();
    }

    /** Says whether the answers may be counted in what is shown from now on; what was shown stays. */
    default PulseDiary consenting(boolean mayCount) {
        return builder().from(this).consents(mayCount).build();
    }

    /** Returns the group that the person was last known to be in. */
    default Optional<GroupId> lastGroup() {
        return answers().values().stream()
                .filter(a -> a.group().isPresent())
                .max(Comparator.comparing(Answers::at))
                .flatMap(Answers::group);
    }

    /** Builds a diary. */
    final class Builder extends ImmutablePulseDiary.Builder {
        Builder() {}
    }
}
