package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peercircle.decision.RefusedException;

/** The plays find what they are for: each of these mistakes is noticed. */
class MutantsTest {

    private static final int TRIES = 1000;

    private static final String NOTICED = "noticed in play ";

    @TempDir
    Path dir = Path.of(".");

    static Stream<Mutant> mutants() {
        return Stream.of(
                new Mutant(44, "confidentiality/Disclosure.java", "return Reason.POWER;", "return null;"),
                new Mutant(
                        7,
                        "confidentiality/Disclosure.java",
                        "return conflictsCount && world.inConflict(viewer, owner) ? Reason.CONFLICT : null;",
                        "return null;"),
                new Mutant(
                        1,
                        "confidentiality/Disclosure.java",
                        "&& owner.person().equals(viewer.person())) {",
                        "&& owner.person() != null) {"),
                new Mutant(
                        7,
                        "confidentiality/Disclosure.java",
                        "if (bar != null) {\n                nearest = bar;\n            } else if",
                        "if"),
                new Mutant(
                        5,
                        "confidentiality/Disclosure.java",
                        "return unless(named.person().equals(person));\n        }\n        if (atom instanceof Atom.NamedDespite",
                        "return unless(true);\n        }\n        if (atom instanceof Atom.NamedDespite"),
                new Mutant(
                        2,
                        "confidentiality/World.java",
                        "return stay != null && !stay.joinedAt().isAfter(time);",
                        "return stay != null;"),
                new Mutant(
                        9,
                        "confidentiality/World.java",
                        "return stay != null && !stay.acknowledged();",
                        "return false;"),
                new Mutant(
                        5,
                        "confidentiality/World.java",
                        "&& (leftAt.isEmpty() || time.isBefore(leftAt.orElseThrow()))",
                        ""),
                new Mutant(
                        4,
                        "office/ReleaseDesk.java",
                        ".filter(release -> actor.isThemself(release.owner()))",
                        ".filter(release -> true)"),
                new Mutant(
                        8,
                        "office/ReleaseDesk.java",
                        "atoms(audience, where.orElseThrow(), work.now())",
                        "atoms(Audience.GROUP, where.orElseThrow(), work.now())"),
                new Mutant(
                        7,
                        "confidentiality/World.java",
                        "return conflicts.containsEntry(one, other);",
                        "return false;"),
                new Mutant(
                        19,
                        "confidentiality/World.java",
                        "conflicts.put(one, other).put(other, one);",
                        "conflicts.put(one, other);"),
                new Mutant(
                        7,
                        "confidentiality/World.java",
                        "conflicts.put(one, other).put(other, one);",
                        "conflicts.put(other, one);"),
                new Mutant(
                        44,
                        "confidentiality/World.java",
                        "return powerOver.containsEntry(holder, subject);",
                        "return powerOver.containsEntry(subject, holder);"),
                new Mutant(
                        8,
                        "confidentiality/Audience.java",
                        "public static Audience named(Collection<PersonId> people) {",
                        "public static Audience named(Collection<PersonId> people) {\n if (!people.isEmpty()) {\n return GROUP;\n }\n"),
                new Mutant(
                        44,
                        "office/Worlds.java",
                        "participant.powersOn(today).forEach(holder -> world.power(holder, participant.id()));",
                        ""),
                new Mutant(
                        7,
                        "office/Worlds.java",
                        "declared(participant, bare).conflicts().forEach(other -> world.conflict(participant.id(), other));",
                        ""),
                new Mutant(
                        1,
                        "office/Shelf.java",
                        ".filter(value -> room.permits(tag.apply(value)))",
                        ".filter(value -> true)"),
                new Mutant(
                        1,
                        "office/Shelf.java",
                        ".filter(room -> room.permits(tag.apply(value)))",
                        ".filter(room -> true)"),
                new Mutant(
                        1,
                        "office/Shelf.java",
                        ".orElseGet(() -> notThere(found, new OfficeRefusal.NotThere(noun, id.toString())));",
                        ".orElseGet(() -> work.find(kind, id).isPresent() ? Decision.refuse(new OfficeRefusal.NotAllowed(noun, \"others\")) : Decision.refuse(new OfficeRefusal.NotThere(noun, id.toString())));"),
                new Mutant(
                        6,
                        "office/Room.java",
                        "return Disclosure.open(piece, viewer, world);",
                        "return java.util.Optional.of(Custody.unwrap(piece));"),
                new Mutant(79, "office/Sight.java", ".filter(t -> room.mayKnowOf(t.title()))", ""),
                new Mutant(2, "office/Sight.java", ".filter(plan -> room.permits(plan.tag()))", ""),
                new Mutant(2, "office/Sight.java", "return agenda.showing(topics, steps);", "return agenda;"),
                new Mutant(
                        8,
                        "office/PlanView.java",
                        "return room.read(goal.outcome())\n",
                        "return java.util.Optional.of(org.peercircle.confidentiality.custody.Custody.unwrap(goal.outcome()))\n"),
                new Mutant(45, "confidentiality/Tag.java", ".map(p -> p.saidAt(time))", ".map(p -> p)"),
                new Mutant(
                        8,
                        "office/StoryLine.java",
                        "room.read(drafted.revision().goal().outcome())",
                        "java.util.Optional.of(org.peercircle.confidentiality.custody.Custody.unwrap(drafted.revision().goal().outcome()))"),
                new Mutant(1, "office/OpenCommitment.java", "&& room.permits(p.tag()))", ")"),
                new Mutant(
                        27,
                        "office/GroupView.java",
                        "group.charter().flatMap(c -> room.read(c.words()))",
                        "group.charter().map(c -> org.peercircle.confidentiality.custody.Custody.unwrap(c.words()))"),
                new Mutant(
                        30,
                        "office/Kept.java",
                        "Disclosure.decide(viewer, whole, world).isPermit()",
                        "!kind.isEmpty()"),
                new Mutant(290, "office/MeetingDesk.java", "topic -> room.mayKnowOf(topic.title())", "topic -> true"),
                new Mutant(
                        39,
                        "confidentiality/Disclosure.java",
                        "policy.concerns().contains(viewer.person()) && !atom.reachesThoseConcerned()",
                        "policy.concerns().size() > 99"),
                new Mutant(
                        27,
                        "office/SayingDesk.java",
                        "return all.stream()\n                .flatMap(saying -> Disclosure.open(saying.text(), viewer, world).stream()\n                        .map(text -> new SayingView(text, monthOf(saying))))\n                .sorted(Comparator.comparing(SayingView::month).thenComparing(SayingView::text))",
                        "return all.stream()\n                .sorted(Comparator.comparing(saying -> saying.author().value()))\n                .flatMap(saying -> Disclosure.open(saying.text(), viewer, world).stream()\n                        .map(text -> new SayingView(text, monthOf(saying))))"),
                new Mutant(
                        3,
                        "office/AuditDesk.java",
                        "Disclosure.open(entry.detail(), self, world).stream()",
                        "Stream.of(org.peercircle.confidentiality.custody.Custody.unwrap(entry.detail()))"),
                new Mutant(
                        5,
                        "office/LegalDesk.java",
                        "return actor.isCoordinator() ? inOrder(backstage.look()) : ImmutableList.of();",
                        "return inOrder(backstage.look());"));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void C15_each_mistake_is_noticed(Mutant mutant) throws IOException, ReflectiveOperationException {
        Object noticed = mutant.call(MutantsTest.class, "play", dir);
        assertThat(noticed).as(mutant.toString()).asString().startsWith(NOTICED);
    }

    /** Plays the play in which it was noticed; where scripts are drawn otherwise since, any until it is. */
    static String play(int first) {
        TwoWorlds worlds = new TwoWorlds(PlainRepository::new);
        return IntStream.concat(IntStream.of(first), IntStream.rangeClosed(1, TRIES))
                .filter(seed -> isNoticed(worlds, seed))
                .mapToObj(seed -> NOTICED + seed)
                .findFirst()
                .orElse("nothing noticed in " + TRIES + " plays");
    }

    /** Where a mistake makes a play impossible, that is no proof that anybody would notice it in another. */
    private static boolean isNoticed(TwoWorlds worlds, int seed) {
        try {
            return worlds.isNoticed(seed, ConfidentialityContract.ACTS);
        } catch (RefusedException impossible) {
            return false;
        }
    }
}
