package org.peercircle.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.peercircle.cohort.Eligibility;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.formation.Effort;
import org.peercircle.formation.GroupFormer;
import org.peercircle.id.IdSource;
import org.peercircle.id.PersonId;
import org.peercircle.id.ProgramId;
import org.peercircle.office.Actor;
import org.peercircle.office.CohortTerms;
import org.peercircle.office.FormationRules;
import org.peercircle.office.PeerOffice;
import org.peercircle.people.Affiliation;
import org.peercircle.people.CareerStage;
import org.peercircle.people.Participant;
import org.peercircle.persistence.RecordRepository;
import org.peercircle.persistence.Sealing;
import org.peercircle.persistence.memory.InMemoryKeyVault;
import org.peercircle.persistence.memory.InMemoryRecordStore;

/** What the README says is so: its code is this code, and its facts are the build's. */
class ReadmeTest {

    private static final Path TOP = Path.of("..", "..");

    @Test
    void the_sample_compiles_runs_and_is_the_one_in_the_readme() throws IOException {
        List<Participant> signUps = IntStream.range(0, 20)
                .mapToObj(i -> Participant.builder()
                        .id(PersonId.of("p" + i))
                        .name("Person " + i)
                        .stage(CareerStage.POSTDOC)
                        .addAffiliations(Affiliation.lab("Lab " + i % 7), Affiliation.department("D" + i % 5))
                        .build())
                .toList();

        // README
        var repository =
                RecordRepository.over(new InMemoryRecordStore(), Sealing.forThisProcess(new InMemoryKeyVault()));
        var clock = Clock.systemUTC();
        var ids = IdSource.timeOrdered(clock, new SecureRandom());
        var office = PeerOffice.of(ProgramId.of("postdocs-2027"), repository, clock, ids);
        var desk = office.as(Actor.coordinator(PersonId.of("dana")));

        var terms = new CohortTerms("Spring", Eligibility.stage(CareerStage.POSTDOC), GroupSizing.PEER_PROBLEM_SOLVING);
        var cohort = desk.cohorts().open(terms).orElseThrow().id();
        signUps.forEach(person -> desk.people().register(person).orElseThrow());
        signUps.forEach(person -> desk.cohorts().enroll(cohort, person.id()).orElseThrow());
        desk.cohorts().startForming(cohort).orElseThrow();

        var former = GroupFormer.withEffort(Effort.moves(200_000));
        var proposal = desk.cohorts()
                .propose(cohort, FormationRules.peerMentoring(), former)
                .orElseThrow();
        proposal.groups().forEach(System.out::println); // who sits with whom
        proposal.why().forEach((person, reasons) -> System.out.println(person + ": " + reasons));
        // END

        assertThat(proposal.groups()).hasSize(3);
        assertThat(squeezed(Files.readString(TOP.resolve("README.md"))))
                .contains(squeezed(
                        sample(Files.readString(Path.of("src/test/java/org/peercircle/quickstart/ReadmeTest.java")))));
    }

    private static String sample(String source) {
        int start = source.indexOf("// README\n") + "// README\n".length();
        return source.substring(start, source.indexOf("// END\n"));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void the_version_in_the_readme_is_the_builds() throws IOException {
        String pom = Files.readString(TOP.resolve("pom.xml"));
        String version = pom.substring(pom.indexOf("<version>") + 9, pom.indexOf("</version>"));
        assertThat(Files.readString(TOP.resolve("README.md"))).contains("<version>" + version + "</version>");
    }
}
