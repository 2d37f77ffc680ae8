package org.peercircle.cohort;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.stream.Collectors;
import org.peercircle.internal.Arguments;
import org.peercircle.people.Affiliation;
import org.peercircle.people.AttributeValue;
import org.peercircle.people.CareerStage;

/**
 * Who may enroll in a cohort. Rules compose, and each says in a sentence why it refuses.
 *
 * <pre>{@code
 * Eligibility rule = Eligibility.stage(CareerStage.POSTDOC).and(Eligibility.declared("gender", "woman", "nonbinary"));
 * }</pre>
 */
public sealed interface Eligibility {

    /** Anyone. */
    record Open() implements Eligibility {}

    /** One of these career stages. */
    record StageIn(ImmutableSet<CareerStage> stages) implements Eligibility {}

    /** One of these values under this attribute. */
    record AttributeIn(String attribute, ImmutableSet<String> values) implements Eligibility {}

    /**
     * A number under this attribute within these bounds.
     *
     * @param min inclusive
     * @param max inclusive
     */
    record AmountBetween(String attribute, double min, double max) implements Eligibility {
        /** Checks the order of the bounds. */
        public AmountBetween {
            Arguments.require(min <= max, "max", "be at least " + min, max);
        }
    }

    /** At least this step of the attribute's scale. */
    record LevelAtLeast(String attribute, String level) implements Eligibility {}

    /** One of these departments or labs, on the day of enrolling. */
    record UnitIn(Affiliation.Kind kind, ImmutableSet<String> units) implements Eligibility {}

    /**
     * One of these values on an axis of self-declared identity (S4). Only what the person declared for this use counts;
     * everybody enrolls themselves, and whoever is refused is told the rule and nothing of what they declared.
     */
    record DeclaredAs(String axis, ImmutableSet<String> values) implements Eligibility {}

    /** Whoever this rule refuses. */
    record Not(Eligibility rule, String words) implements Eligibility {
        /** Checks the words. */
        public Not {
            Arguments.requireText(words, "words");
        }
    }

    /** Every one of these rules. */
    record AllOf(ImmutableList<Eligibility> rules) implements Eligibility {}

    /** At least one of these rules. */
    record AnyOf(ImmutableList<Eligibility> rules) implements Eligibility {}

    /** Returns the rule of one of these stages. */
    static Eligibility stage(CareerStage... stages) {
        return new StageIn(ImmutableSet.copyOf(stages));
    }

    /** Returns the rule of one of these self-declared values. */
    static Eligibility declared(String axis, String... values) {
        return new DeclaredAs(axis, ImmutableSet.copyOf(values));
    }

    /** Returns the rule of not meeting another; {@code words} says so in a sentence. */
    static Eligibility not(Eligibility rule, String words) {
        return new Not(rule, words);
    }

    /** Returns the rule that asks for both. */
    default Eligibility and(Eligibility other) {
        return new AllOf(ImmutableList.of(this, other));
    }

    /** Returns the rule that asks for either. */
    default Eligibility or(Eligibility other) {
        return new AnyOf(ImmutableList.of(this, other));
    }

    /** Whether any part asks for a self-declared identity, so that only the person themselves may enroll. */
    default boolean asksIdentity() {
        if (this instanceof AllOf rule) {
            return rule.rules().stream().anyMatch(Eligibility::asksIdentity);
        }
        if (this instanceof AnyOf rule) {
            return rule.rules().stream().anyMatch(Eligibility::asksIdentity);
        }
        return this instanceof Not rule ? rule.rule().asksIdentity() : this instanceof DeclaredAs;
    }

    /** Returns why this applicant may not enroll, a sentence a reason; empty when they may. */
    default ImmutableList<String> reasonsAgainst(Applicant applicant) {
        if (this instanceof AllOf rule) {
            return rule.rules().stream()
                    .flatMap(r -> r.reasonsAgainst(applicant).stream())
                    .collect(ImmutableList.toImmutableList());
        }
        if (this instanceof AnyOf rule) {
            return rule.rules().stream()
                            .anyMatch(r -> r.reasonsAgainst(applicant).isEmpty())
                    ? ImmutableList.of()
                    : new AllOf(rule.rules()).reasonsAgainst(applicant);
        }
        return admits(applicant) ? ImmutableList.of() : ImmutableList.of(refusal(applicant));
    }

    /** Whether a rule that is not made of others lets the applicant in. */
    private boolean admits(Applicant applicant) {
        if (this instanceof StageIn rule) {
            return rule.stages().contains(applicant.participant().stage());
        }
        if (this instanceof AttributeIn rule) {
            AttributeValue value = applicant.participant().attributes().get(rule.attribute());
            return value != null
                    && !Sets.intersection(value.texts(), rule.values()).isEmpty();
        }
        if (this instanceof AmountBetween rule) {
            return applicant.participant().attributes().get(rule.attribute()) instanceof AttributeValue.Amount amount
                    && amount.value() >= rule.min()
                    && amount.value() <= rule.max();
        }
        if (this instanceof LevelAtLeast rule) {
            return applicant.participant().attributes().get(rule.attribute()) instanceof AttributeValue.Level level
                    && level.scale().contains(rule.level())
                    && level.rank() >= level.scale().indexOf(rule.level());
        }
        if (this instanceof UnitIn rule) {
            return !Sets.intersection(applicant.participant().units(rule.kind(), applicant.on()), rule.units())
                    .isEmpty();
        }
        if (this instanceof DeclaredAs rule) {
            return !Sets.intersection(applicant.declared().get(rule.axis()), rule.values())
                    .isEmpty();
        }
        return !(this instanceof Not rule)
                || !rule.rule().reasonsAgainst(applicant).isEmpty();
    }

    private String refusal(Applicant applicant) {
        if (this instanceof StageIn rule) {
            return "The stage is " + applicant.participant().stage() + "; the cohort is for " + joined(rule.stages())
                    + ".";
        }
        if (this instanceof AttributeIn rule) {
            return "The " + rule.attribute() + " must be " + joined(rule.values()) + ".";
        }
        if (this instanceof AmountBetween rule) {
            return "The " + rule.attribute() + " must be a number from " + rule.min() + " to " + rule.max() + ".";
        }
        if (this instanceof LevelAtLeast rule) {
            return "The " + rule.attribute() + " must be at least " + rule.level() + ".";
        }
        if (this instanceof UnitIn rule) {
            return "The " + rule.kind().word() + " must be " + joined(rule.units()) + ".";
        }
        if (this instanceof DeclaredAs rule) {
            return "The cohort is for people who declare their " + rule.axis() + " as " + joined(rule.values())
                    + ", for deciding who may enroll. Whoever does can declare so and enroll.";
        }
        return ((Not) this).words();
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().collect(Collectors.joining(" or "));
    }
}
