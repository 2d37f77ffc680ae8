package org.peercircle.pulse;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.peercircle.confidentiality.Atom;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Tag;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.decision.Refusal;
import org.peercircle.id.CohortId;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.id.PulseId;
import org.peercircle.internal.Arguments;
import org.peercircle.internal.ValueStyle;
import org.peercircle.report.Thresholds;

/** A short survey of a cohort. */
@Value.Immutable
@ValueStyle
public interface PulseSurvey {

    /** Returns the id. */
    PulseId id();

    /** Returns the program. */
    ProgramId program();

    /** Returns the cohort that is asked. */
    CohortId cohort();

    /** Returns who opened it. */
    PersonId openedBy();

    /** Returns when in the program it is. */
    Moment moment();

    /** Returns what is asked, a scale after the other. */
    ImmutableList<Scale> scales();

    /** Returns from when on answers are taken. */
    Instant opensAt();

    /** Returns from when on none are taken. */
    Instant closesAt();

    /** Returns what was shown of it; empty before that. */
    Optional<Release> release();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Whether answers are taken at this instant. */
    default boolean isOpenAt(Instant now) {
        return !now.isBefore(opensAt()) && now.isBefore(closesAt());
    }

    /** Returns a scale of it. */
    default Optional<Scale> scale(String code) {
        return scales().stream().filter(s -> s.code().equals(code)).findFirst();
    }

    /** Returns why these can't be answers to it, if so. */
    default Optional<Refusal> against(Map<String, Integer> answers) {
        return answers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(e -> against(e.getKey(), e.getValue()).stream())
                .findFirst();
    }

    private Optional<Refusal> against(String item, int answer) {
        Optional<Scale> asked = scales().stream()
                .filter(s -> s.items().stream().anyMatch(i -> i.code().equals(item)))
                .findFirst();
        if (asked.isEmpty()) {
            return Optional.of(new PulseRefusal.NoSuchItem(id(), item));
        }
        Scale scale = asked.orElseThrow();
        return scale.allows(answer)
                ? Optional.empty()
                : Optional.of(new PulseRefusal.AnswerOutOfRange(id(), item, scale.lowest(), scale.highest()));
    }

    /**
     * Fixes what is shown of it.
     *
     * @param earlier other surveys of the cohort
     * @param people everybody who answered any of them
     */
    default Decision<PulseSurvey> show(
            Collection<PulseSurvey> earlier, Collection<Respondent> people, Thresholds thresholds, Instant now) {
        if (now.isBefore(closesAt())) {
            return Decision.refuse(new PulseRefusal.SurveyOpen(id(), closesAt()));
        }
        if (release().isPresent()) {
            return Decision.refuse(
                    new PulseRefusal.AlreadyShown(id(), release().orElseThrow().at()));
        }
        Release shown = new Gate(this, earlier, people, thresholds).release(now);
        return Decision.accept(
                builder().from(this).release(shown).build(),
                DomainEvent.of("pulse-shown", id(), tag(), Map.of("cohort", cohort())));
    }

    /** Returns who may know of it and of what is shown: the office and the cohort. */
    default Tag tag() {
        return Tag.officeFact(Owner.of(openedBy()), program(), new Atom.Cohort(cohort()));
    }

    /** Checks what must hold. */
    @Value.Check
    default void check() {
        Arguments.require(opensAt().isBefore(closesAt()), "opensAt", "be before closesAt", opensAt());
        Arguments.require(!scales().isEmpty(), "scales", "hold at least one", scales());
        ImmutableSet<String> items = scales().stream()
                .flatMap(s -> s.items().stream())
                .map(Item::code)
                .collect(ImmutableSet.toImmutableSet());
        int all = scales().stream().mapToInt(s -> s.items().size()).sum();
        Arguments.require(items.size() == all, "scales", "have questions with codes of their own", items);
        Arguments.require(
                scales().stream().map(Scale::code).distinct().count() == scales().size(),
                "scales",
                "have codes of their own",
                scales().size());
    }

    /** Builds a survey. */
    final class Builder extends ImmutablePulseSurvey.Builder {
        Builder() {}
    }
}
