package org.peercircle.pulse;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.peercircle.internal.Arguments;
import org.peercircle.internal.ValueStyle;

/**
 * Questions that measure one thing. A host brings a validated scale as data; the library's own are short and were not
 * validated, which {@link #source} says.
 */
@Value.Immutable
@ValueStyle
public interface Scale {

    /** What is measured; the outcomes that the program is for (S21). */
    enum Measure {
        /** Whether one trusts oneself to do what has to be done. */
        SELF_EFFICACY,
        /** Whether one feels one belongs. */
        BELONGING,
        /** Whether one gets on with problems. */
        PROBLEM_SOLVING,
        /** Whether one looks at what one does. */
        SELF_REFLECTION,
        /** Something else. */
        OTHER
    }

    /** Returns a stable name, such as {@code belonging}. */
    String code();

    /** Returns the name by which it is shown. */
    String name();

    /** Returns what it measures. */
    Measure measure();

    /** Returns the lowest answer. */
    @Value.Default
    default int lowest() {
        return 1;
    }

    /** Returns the highest answer. */
    @Value.Default
    default int highest() {
        return 5;
    }

    /** Returns the questions, in order. */
    ImmutableList<Item> items();

    /** Returns how many of them must be answered for a score. */
    int minimumAnswered();

    /** Returns where it comes from, and whether it was validated. */
    String source();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the mean of the answered questions, reversed ones turned round; between {@link #lowest} and
     * {@link #highest}.
     *
     * @param answers by the code of the question; those of other scales are passed over
     * @return empty if fewer than {@link #minimumAnswered} were answered
     */
    default OptionalDouble score(Map<String, Integer> answers) {
        List<Integer> given = items().stream()
                .filter(i -> answers.containsKey(i.code()))
                .map(i -> turned(i, Objects.requireNonNull(answers.get(i.code()))))
                .toList();
        return given.size() < minimumAnswered()
                ? OptionalDouble.empty()
                : given.stream().mapToInt(Integer::intValue).average();
    }

    private int turned(Item item, int answer) {
        return item.isReversed() ? lowest() + highest() - answer : answer;
    }

    /** Whether this is an answer to one of its questions. */
    default boolean allows(int answer) {
        return lowest() <= answer && answer <= highest();
    }

    /** Checks what must hold. */
    @Value.Check
    default void check() {
        Arguments.requireText(code(), "code");
        Arguments.requireText(name(), "name");
        Arguments.requireText(source(), "source");
        Arguments.require(lowest() < highest(), "lowest", "be below highest", lowest());
        Arguments.requireBetween(1, minimumAnswered(), items().size(), "minimumAnswered");
        Arguments.require(
                items().stream().map(Item::code).distinct().count() == items().size(),
                "items",
                "have codes of their own",
                codes().toList());
    }

    private Stream<String> codes() {
        return items().stream().map(Item::code);
    }

    /** Builds a scale. */
    final class Builder extends ImmutableScale.Builder {
        Builder() {}
    }
}
