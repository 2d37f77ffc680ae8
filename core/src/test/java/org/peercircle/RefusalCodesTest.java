package org.peercircle;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Refusal;

/** Hosts switch on codes, so each is documented, and none ever changes its meaning. */
class RefusalCodesTest {

    private static final Path DOCUMENTED = Path.of("REFUSALS.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)` \\| `(\\w+)` \\|", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("public String code\\(\\) \\{\\s*return \"([a-z-]+)\";");

    @Test
    void every_refusal_has_a_code_of_its_own_and_is_documented() throws IOException {
        TreeMap<String, String> documented = new TreeMap<>();
        Matcher rows = ROW.matcher(Files.readString(DOCUMENTED));
        while (rows.find()) {
            assertThat(documented.put(rows.group(1), rows.group(2)))
                    .as(rows.group(1))
                    .isNull();
        }
        TreeMap<String, String> inCode = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.peercircle")) {
            if (type.isAssignableTo(Refusal.class) && !type.isInterface()) {
                assertThat(inCode.put(codeOf(type), type.getSimpleName()))
                        .as(type.getName())
                        .isNull();
            }
        }
        assertThat(inCode).isEqualTo(documented);
    }

    /** Reads the constant from the source, for a refusal can't be made without its parts. */
    private static String codeOf(JavaClass type) throws IOException {
        String outer = type.getName().replaceAll("\\$.*", "").replace('.', '/');
        String source = Files.readString(Path.of("src/main/java/" + outer + ".java"));
        String from = source.substring(source.indexOf("record " + type.getSimpleName() + "("));
        Matcher code = CODE.matcher(from);
        assertThat(code.find()).as("a constant code in %s", type.getName()).isTrue();
        return code.group(1);
    }

    /** J6: what may stand in a message was never confidential, in no part of any part. */
    @Test
    void J6_no_refusal_can_hold_a_confidential_value() {
        Set<Class<?>> seen = new HashSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.peercircle")) {
            if (type.isAssignableTo(Refusal.class)) {
                reach(type.reflect(), seen);
            }
        }
        assertThat(seen).hasSizeGreaterThan(80).doesNotContain(Confidential.class);
    }

    private static void reach(Type type, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType generic) {
            reach(generic.getRawType(), seen);
            for (Type argument : generic.getActualTypeArguments()) {
                reach(argument, seen);
            }
        } else if (type instanceof Class<?> one
                && seen.add(one)
                && one.getName().startsWith("org.peercircle.")) {
            for (Field field : one.getDeclaredFields()) {
                reach(field.getGenericType(), seen);
            }
            for (Class<?> inside :
                    Optional.ofNullable(one.getPermittedSubclasses()).orElse(new Class<?>[0])) {
                reach(inside, seen);
            }
        }
    }
}
