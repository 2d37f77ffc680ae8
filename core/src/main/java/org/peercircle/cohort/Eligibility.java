package org.peercircle.cohort;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.stream.Collectors;
import org.peercircle.people.AttributeValue;
import org.peercircle.people.CareerStage;
import org.peercircle.people.Participant;

/** Who may enroll in a cohort. Rules compose, and each says in a sentence why it refuses. */
public sealed interface Eligibility {

    /** Anyone. */
    record Open() implements Eligibility {}

    /** One of these career stages. */
    record StageIn(ImmutableSet<CareerStage> stages) implements Eligibility {}

    /** One of these values under this attribute. */
    record AttributeIn(String attribute, ImmutableSet<String> values) implements Eligibility {}

    /** Every one of these rules. */
    record AllOf(ImmutableList<Eligibility> rules) implements Eligibility {}

    /** At least one of these rules. */
    record AnyOf(ImmutableList<Eligibility> rules) implements Eligibility {}

    /** Returns the rule of one of these stages. */
    static Eligibility stage(CareerStage... stages) {
        return new StageIn(ImmutableSet.copyOf(stages));
    }

    /** Returns why this participant may not enroll, a sentence a reason; empty when they may. */
    default ImmutableList<String> reasonsAgainst(Participant participant) {
        if (this instanceof StageIn rule) {
            return because(
                    !rule.stages().contains(participant.stage()),
                    "The stage is " + participant.stage() + "; the cohort is for " + joined(rule.stages()) + ".");
        }
        if (this instanceof AttributeIn rule) {
            AttributeValue value = participant.attributes().get(rule.attribute());
            return because(
                    value == null
                            || Sets.intersection(value.texts(), rule.values()).isEmpty(),
                    "The " + rule.attribute() + " must be " + joined(rule.values()) + ".");
        }
        if (this instanceof AllOf rule) {
            return rule.rules().stream()
                    .flatMap(r -> r.reasonsAgainst(participant).stream())
                    .collect(ImmutableList.toImmutableList());
        }
        if (this instanceof AnyOf rule) {
            return rule.rules().stream()
                            .anyMatch(r -> r.reasonsAgainst(participant).isEmpty())
                    ? ImmutableList.of()
                    : new AllOf(rule.rules()).reasonsAgainst(participant);
        }
        return ImmutableList.of();
    }

    private static ImmutableList<String> because(boolean refused, String reason) {
        return refused ? ImmutableList.of(reason) : ImmutableList.of();
    }

    private static String joined(ImmutableSet<?> values) {
        return values.stream().map(Object::toString).sorted().collect(Collectors.joining(" or "));
    }
}
