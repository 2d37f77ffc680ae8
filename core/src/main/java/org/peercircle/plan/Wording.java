package org.peercircle.plan;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Locale;

/**
 * What a language's words say about a step or a measure, as far as a list of words can. It advises and may be wrong; a
 * host whose members write another language hands in its own lists, or {@link #ANY}, which finds nothing.
 *
 * @param openings words before the verb, such as "I will"
 * @param notVerbs words with which no step begins
 * @param vagueVerbs verbs that don't say when one is done
 * @param vagueMeasures words that don't say how one will know, unless a number stands beside them
 */
public record Wording(
        ImmutableSet<String> openings,
        ImmutableSet<String> notVerbs,
        ImmutableSet<String> vagueVerbs,
        ImmutableSet<String> vagueMeasures) {

    private static final CharMatcher WORD =
            CharMatcher.forPredicate(Character::isLetterOrDigit).or(CharMatcher.anyOf("'’-"));

    /** Every language: nothing is found. */
    public static final Wording ANY =
            new Wording(ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of(), ImmutableSet.of());

    /** English. */
    public static final Wording ENGLISH = new Wording(
            words("i will i'll i’ll we we'll we’ll shall to then finally just really also soon always"),
            words("a an the this that these those my your his her our their its some any more less fewer no not"
                    + " better best good great new old first second next another every each all in on at for with"
                    + " without from of about and or but because if when where how what why who there it is are"
                    + " was were paper meeting courage confidence"),
            words("try consider think improve hope wish want be become feel work focus attempt aim strive continue"
                    + " keep explore maybe possibly"),
            words("better more less happier happy good well improved improve progress enough soon comfortable"
                    + " confident successful success fine okay ok feel"));

    /** Whether a step says what one does: it begins with a verb, as far as the words tell. */
    boolean beginsWithVerb(String step) {
        List<String> words = afterOpenings(step);
        if (words.isEmpty()) {
            return openings.isEmpty();
        }
        return !notVerbs.contains(words.get(0));
    }

    /** Whether the verb leaves open when one is done. */
    boolean beginsVaguely(String step) {
        return afterOpenings(step).stream()
                .findFirst()
                .filter(vagueVerbs::contains)
                .isPresent();
    }

    /** Whether one could not tell by it. */
    boolean isVagueMeasure(String measure) {
        boolean countable = measure.chars().anyMatch(Character::isDigit);
        return !countable && words(measure).stream().anyMatch(vagueMeasures::contains);
    }

    /** Returns a step's text without "I will", so that a sentence can begin with it. */
    static String afterOpening(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String opening : List.of("i will ", "i'll ", "i’ll ")) {
            if (lower.startsWith(opening)) {
                return text.substring(opening.length());
            }
        }
        boolean capitalOfSentence =
                text.length() > 1 && Character.isUpperCase(text.charAt(0)) && Character.isLowerCase(text.charAt(1));
        return capitalOfSentence ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1) : text;
    }

    private List<String> afterOpenings(String text) {
        return words(text).stream().dropWhile(openings::contains).toList();
    }

    private static ImmutableSet<String> words(String text) {
        return ImmutableSet.copyOf(Splitter.on(WORD.negate()).omitEmptyStrings().split(text.toLowerCase(Locale.ROOT)));
    }
}
