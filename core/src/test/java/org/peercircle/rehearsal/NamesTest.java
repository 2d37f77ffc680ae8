package org.peercircle.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;

class NamesTest {

    private static final List<String> NAMES = List.of("Maria Gómez-Ruiz", "Will Lee", "王小明", "Jürgen Öz", "Bo", "Ng");

    @Example
    void S14_a_counterpart_is_a_role_and_a_name_is_noticed() {
        assertThat(Names.in("my supervisor", NAMES)).isEmpty();
        assertThat(Names.in("Prof. Gomez", NAMES)).containsExactly("Maria Gómez-Ruiz");
        assertThat(Names.in("maria gómez-ruiz, my PI", NAMES)).containsExactly("Maria Gómez-Ruiz");
        assertThat(Names.in("I ask Jurgen", NAMES)).containsExactly("Jürgen Öz");
        assertThat(Names.in("王小明", NAMES)).containsExactly("王小明");
        assertThat(Names.in("Maria and Will", NAMES)).containsExactly("Maria Gómez-Ruiz", "Will Lee");
    }

    @Example
    void S14_a_word_that_could_be_a_name_is_none_when_it_is_written_as_a_word() {
        assertThat(Names.in("she will say no", NAMES)).isEmpty();
        assertThat(Names.in("the lee side, a bold ask", NAMES)).isEmpty();
        assertThat(Names.in("Marianne and Willow", NAMES)).isEmpty();
        assertThat(Names.in("it was Bo", NAMES)).as("in full, however short").containsExactly("Bo");
        assertThat(Names.in("Bob, asking", NAMES)).isEmpty();
        assertThat(Names.in("Bobo Bo", NAMES)).containsExactly("Bo");
    }

    @Property
    void S14_a_full_name_is_found_wherever_it_stands(
            @ForAll @AlphaChars @StringLength(min = 1, max = 12) String first,
            @ForAll @AlphaChars @StringLength(min = 1, max = 12) String last,
            @ForAll @StringLength(max = 20) String before,
            @ForAll @StringLength(max = 20) String after) {
        String name = first + " " + last;
        assertThat(Names.in(before + " " + name + " " + after, List.of(name))).containsExactly(name);
    }

    @Property
    void nothing_is_too_strange_to_look_through(@ForAll String text, @ForAll String name) {
        assertThat(Names.in(text, List.of(name))).isSubsetOf(name);
    }
}
