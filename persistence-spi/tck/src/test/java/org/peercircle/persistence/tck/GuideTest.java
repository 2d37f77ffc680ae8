package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code of the guide is code that is compiled and runs the kit. */
class GuideTest {

    private static final Path SPI = Path.of("..");
    private static final Path STORE =
            SPI.resolve("src/main/java/org/peercircle/persistence/file/DirectoryRecordStore.java");
    private static final Path TEST =
            Path.of("src/test/java/org/peercircle/persistence/tck/DirectoryRecordStoreTest.java");
    private static final int MOST_LINES = 200;

    @Test
    void each_piece_of_code_stands_in_what_is_compiled() throws IOException {
        String compiled = squeezed(Files.readString(STORE)) + squeezed(Files.readString(TEST));
        Matcher pieces = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(SPI.resolve("README.md")));
        List<String> found =
                pieces.results().map(piece -> squeezed(piece.group(1))).toList();
        assertThat(found).hasSize(4).allSatisfy(piece -> assertThat(compiled).contains(piece));
    }

    @Test
    void the_smallest_store_is_small() throws IOException {
        assertThat(Files.readAllLines(STORE)).hasSizeLessThan(MOST_LINES);
    }

    @Test
    void the_links_lead_somewhere() throws IOException {
        Matcher links = Pattern.compile("\\]\\(([^)#]+)\\)").matcher(Files.readString(SPI.resolve("README.md")));
        assertThat(links.results().map(link -> SPI.resolve(link.group(1))))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path).exists());
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", " ").trim();
    }
}
