package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peercircle.office.Program.person;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.id.PersonId;
import org.peercircle.people.Declarations;
import org.peercircle.people.IdentityUse;

/** What a coordinator gets when groups are formed, where what people declared in private differs. */
class PrivateInputsProperties {

    private static final int PEOPLE = 12;

    private static List<Declarations> drawn(Random random) {
        List<Declarations> all = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Declarations one = Declarations.NONE;
            if (random.nextInt(3) > 0) {
                one = one.declaring(
                        "gender",
                        ImmutableSet.of(random.nextInt(4) == 0 ? "woman" : "man"),
                        ImmutableSet.of(IdentityUse.FORMATION));
            }
            all.add(one);
        }
        return all;
    }

    private static FormationProposal proposed(List<Declarations> declared) {
        Program program = Program.enrolling();
        for (int i = 0; i < PEOPLE; i++) {
            program.desk(i)
                    .people()
                    .declare(Confidential.draftOf(declared.get(i)))
                    .orElseThrow();
        }
        program.coordinator.cohorts().startForming(program.cohort).orElseThrow();
        return program.coordinator
                .cohorts()
                .propose(program.cohort, FormationRules.peerMentoring("gender"), program.former())
                .orElseThrow();
    }

    /** All but the one bit that says whether every private rule is kept. */
    private static String seen(FormationProposal proposal) {
        return proposal.toString().replaceAll("privateRulesKept=(true|false)", "");
    }

    /** The second world is the first with something else declared; only such with the same groups are compared. */
    @Example
    void C24_what_the_office_sees_is_unchanged_by_what_is_declared_where_the_groups_are() {
        Random random = new Random(24);
        int compared = 0;
        for (int round = 0; round < 40; round++) {
            List<Declarations> here = drawn(random);
            FormationProposal one = proposed(here);
            List<Declarations> there = new ArrayList<>(here);
            int who = random.nextInt(PEOPLE);
            there.set(
                    who,
                    random.nextInt(3) == 0
                            ? drawn(random).get(who)
                            : here.get(who).keptApartFrom(apartFrom(who, one.groups(), random)));
            FormationProposal other = proposed(there);
            if (other.groups().equals(one.groups())) {
                compared++;
                assertThat(seen(other)).as("round " + round).isEqualTo(seen(one));
            }
        }
        assertThat(compared).isGreaterThan(10);
    }

    /** Somebody of another group, so that keeping them apart need not change the groups. */
    private static PersonId apartFrom(int who, ImmutableList<ImmutableList<PersonId>> groups, Random random) {
        List<PersonId> others = groups.stream()
                .filter(group -> !group.contains(person(who)))
                .flatMap(List::stream)
                .toList();
        return others.get(random.nextInt(others.size()));
    }
}
