package org.peercircle;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Atom;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Policy;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.Verdict;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.report.CountTable;
import org.peercircle.report.ReportKind;
import org.peercircle.report.SuppressionRule;

/** The rules of the house; each is shown to bite on a violation planted here. */
class ArchitectureTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.peercircle");

    /** A pure library can run anywhere: it depends on the JDK, Guava and annotations. */
    private static final ArchRule ONLY_GUAVA = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "org.peercircle..",
                    "java..",
                    "com.google.common..",
                    "com.google.errorprone..",
                    "org.immutables..",
                    "org.jspecify..",
                    "javax.annotation.."));

    /** Time and chance come from the host, so that everything can be run again. */
    private static final ArchRule NO_CLOCK_OR_CHANCE = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class);

    /** Hosts see domain names only. */
    private static final ArchRule GENERATED_IS_HIDDEN =
            noClasses().that().haveSimpleNameStartingWith("Immutable").should().bePublic();

    /** The raw value of confidential content has few callers, known by name (law J5). */
    private static final ArchRule CUSTODY_HAS_FEW_CALLERS = noClasses()
            .that()
            .resideOutsideOfPackages("org.peercircle.office", "org.peercircle.confidentiality..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Custody.class);

    private static final ArchRule ONE_DIRECTION = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("office")
            .definedBy("org.peercircle.office")
            .layer("port")
            .definedBy("org.peercircle.office.port")
            .layer("formation")
            .definedBy("org.peercircle.formation")
            .layer("group")
            .definedBy("org.peercircle.group")
            .layer("moderation")
            .definedBy("org.peercircle.moderation")
            .layer("meeting")
            .definedBy("org.peercircle.meeting")
            .layer("plan")
            .definedBy("org.peercircle.plan")
            .layer("rehearsal")
            .definedBy("org.peercircle.rehearsal")
            .layer("exercise")
            .definedBy("org.peercircle.exercise")
            .layer("pulse")
            .definedBy("org.peercircle.pulse")
            .layer("report")
            .definedBy("org.peercircle.report")
            .layer("audit")
            .definedBy("org.peercircle.audit")
            .layer("cohort")
            .definedBy("org.peercircle.cohort")
            .layer("people")
            .definedBy("org.peercircle.people")
            .whereLayer("office")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("port")
            .mayOnlyBeAccessedByLayers("office")
            .whereLayer("formation")
            .mayOnlyBeAccessedByLayers("office")
            .whereLayer("group")
            .mayOnlyBeAccessedByLayers("office", "port")
            .whereLayer("moderation")
            .mayOnlyBeAccessedByLayers("office", "group", "meeting")
            .whereLayer("meeting")
            .mayOnlyBeAccessedByLayers("office", "port", "group", "exercise")
            .whereLayer("plan")
            .mayOnlyBeAccessedByLayers("office", "port")
            .whereLayer("rehearsal")
            .mayOnlyBeAccessedByLayers("office", "port")
            .whereLayer("exercise")
            .mayOnlyBeAccessedByLayers("office", "port")
            .whereLayer("pulse")
            .mayOnlyBeAccessedByLayers("office", "port")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("office", "port", "pulse")
            .whereLayer("audit")
            .mayOnlyBeAccessedByLayers("office", "port")
            .whereLayer("cohort")
            .mayOnlyBeAccessedByLayers("office", "port", "formation", "group")
            .whereLayer("people")
            .mayOnlyBeAccessedByLayers("office", "port", "formation", "group", "cohort");

    private static final ArchRule CONFIDENTIALITY_IS_BELOW_ALL = noClasses()
            .that()
            .resideInAPackage("org.peercircle.confidentiality..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.peercircle.office..",
                    "org.peercircle.audit..",
                    "org.peercircle.group..",
                    "org.peercircle.people..",
                    "org.peercircle.plan..",
                    "org.peercircle.rehearsal..",
                    "org.peercircle.exercise..",
                    "org.peercircle.pulse..",
                    "org.peercircle.report..",
                    "org.peercircle.meeting..",
                    "org.peercircle.decision.."));

    @Test
    void the_core_depends_on_guava_and_nothing_else() {
        ONLY_GUAVA.check(CORE);
    }

    @Test
    void packages_use_those_below_them() {
        ONE_DIRECTION.check(CORE);
        CONFIDENTIALITY_IS_BELOW_ALL.check(CORE);
        slices().matching("org.peercircle.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void time_and_chance_are_handed_in() {
        NO_CLOCK_OR_CHANCE.check(CORE);
    }

    @Test
    void generated_types_are_hidden() {
        GENERATED_IS_HIDDEN.check(CORE);
    }

    @Test
    void J5_the_raw_value_has_few_callers() {
        CUSTODY_HAS_FEW_CALLERS.check(CORE);
    }

    /** To hand out what is ordered, and to tell whether an owner said the same again. */
    @Test
    void J5_content_is_unwrapped_in_two_places() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(LegalDesk|PlanFiling)")
                .should()
                .callMethod(Custody.class, "unwrap", Confidential.class)
                .check(CORE);
    }

    @Test
    void D1_only_reports_of_the_fixed_list_count_people() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.peercircle.report")
                .and()
                .haveSimpleNameNotEndingWith("ReportDesk")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(CountTable.class, SuppressionRule.class)
                .check(CORE);
        for (ReportKind kind : ReportKind.values()) {
            assertThat(kind.categories().levels()).as(kind.toString()).isEqualTo(2);
            assertThat(kind.categories().categories()).hasSizeBetween(3, 4);
        }
    }

    /** Those who take along what they may read see its tag; nobody else sees any, or why something is not shown. */
    @Test
    void C23_no_view_shows_a_tag_or_a_reason() {
        ImmutableSet<String> telling = Stream.of(
                        Tag.class, Policy.class, Atom.class, Verdict.class, Verdict.Reason.class)
                .map(Class::getName)
                .collect(ImmutableSet.toImmutableSet());
        Set<String> showing = new TreeSet<>();
        for (JavaClass type : CORE) {
            boolean isSeen = type.getPackageName().equals("org.peercircle.office")
                    && type.getModifiers().contains(JavaModifier.PUBLIC);
            type.getMethods().stream()
                    .filter(m -> isSeen && m.getModifiers().contains(JavaModifier.PUBLIC))
                    .filter(m -> m.getReturnType().getAllInvolvedRawTypes().stream()
                            .anyMatch(involved -> telling.contains(involved.getName())))
                    .forEach(m -> showing.add(type.getSimpleName() + "." + m.getName()));
        }
        assertThat(showing).containsExactly("Written.tag");
    }

    @Test
    void every_package_says_what_lives_there() {
        for (Package each : Package.getPackages()) {
            if (each.getName().startsWith("org.peercircle.") && !each.getName().contains("planted")) {
                assertThat(each.isAnnotationPresent(org.jspecify.annotations.NullMarked.class))
                        .as(each.getName())
                        .isTrue();
            }
        }
    }

    @Test
    void every_rule_bites() {
        JavaClasses planted = new ClassFileImporter().importPackages("org.peercircle.planted");
        assertThat(planted).isNotEmpty();
        for (ArchRule rule : List.of(ONLY_GUAVA, NO_CLOCK_OR_CHANCE, GENERATED_IS_HIDDEN, CUSTODY_HAS_FEW_CALLERS)) {
            assertThat(rule.evaluate(planted).hasViolation())
                    .as(rule.getDescription())
                    .isTrue();
        }
        JavaClasses upward = new ClassFileImporter().importPackages("org.peercircle");
        assertThat(ONE_DIRECTION.evaluate(upward).hasViolation()).isTrue();
    }
}
