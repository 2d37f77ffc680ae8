package org.peercircle.rehearsal;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Looks for people's names in a text, so that a counterpart stays a role. It warns and never blocks: a name may be a word
 * as well ("Will", "Grace"), so a single part of a name counts only as it is written, with its capital.
 */
public final class Names {

    private static final int SHORTEST = 3;
    private static final CharMatcher LETTER = CharMatcher.forPredicate(Character::isLetter);
    private static final Splitter WORDS = Splitter.on(LETTER.negate()).omitEmptyStrings();

    private Names() {}

    /** Returns those of these names, in their order, that occur in the text in full or in part. */
    public static ImmutableSet<String> in(String text, Collection<String> names) {
        Set<String> words = words(text);
        String whole = plain(text).toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> occursInFull(name, whole)
                        || !Sets.intersection(words, words(name)).isEmpty())
                .collect(ImmutableSet.toImmutableSet());
    }

    private static boolean occursInFull(String name, String whole) {
        String wanted = plain(name).toLowerCase(Locale.ROOT).strip();
        int at = wanted.isEmpty() ? -1 : whole.indexOf(wanted);
        while (at >= 0) {
            int end = at + wanted.length();
            boolean alone = (at == 0 || !Character.isLetter(whole.charAt(at - 1)))
                    && (end == whole.length() || !Character.isLetter(whole.charAt(end)));
            if (alone) {
                return true;
            }
            at = whole.indexOf(wanted, at + 1);
        }
        return false;
    }

    /** The parts of a name that would be taken for one. */
    private static Set<String> words(String text) {
        return StreamSupport.stream(WORDS.split(plain(text)).spliterator(), false)
                .filter(w -> w.length() >= SHORTEST && !Character.isLowerCase(w.charAt(0)))
                .collect(Collectors.toSet());
    }

    /** Without accents, so that "Müller" is found as "Muller" too. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    }
}
