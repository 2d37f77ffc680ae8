package org.peercircle.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peercircle.id.PersonId;

class RelationTest {

    private static final LocalDate JUNE = LocalDate.of(2027, 6, 30);
    private static final LocalDate JULY = LocalDate.of(2027, 7, 1);
    private static final PersonId ADA = PersonId.of("ada");
    private static final PersonId BEN = PersonId.of("ben");
    private static final PersonId PI = PersonId.of("pi");

    private static Participant.Builder person(PersonId id) {
        return Participant.builder().id(id).name(id.value()).stage(CareerStage.POSTDOC);
    }

    @Test
    void S1_who_has_power_over_whom_is_known_either_way_and_while_it_holds() {
        Participant ada = person(ADA).build();
        Participant ben = person(BEN)
                .addPowers(new PowerRelation(PowerRelation.Kind.EVALUATES, ADA, DateSpan.from(JULY)))
                .build();
        assertThat(Relation.between(ada, ben, JUNE)).isEmpty();
        Relation power = new Relation.Power(ADA, PowerRelation.Kind.EVALUATES, BEN);
        assertThat(Relation.between(ada, ben, JULY)).containsExactly(power);
        assertThat(Relation.between(ben, ada, JULY)).containsExactly(power);
        assertThat(power.message()).isEqualTo("ada evaluates ben.");
        assertThat(PowerRelation.Kind.DECIDES_ON.words()).isEqualTo("decides on");
    }

    @Test
    void S16_one_supervisor_one_lab_one_department() {
        Participant ada = person(ADA)
                .addPowers(PowerRelation.supervisedBy(PI))
                .addAffiliations(
                        new Affiliation(Affiliation.Kind.LAB, "Old", DateSpan.between(JUNE.minusYears(1), JULY)),
                        Affiliation.department("Maths"))
                .build();
        Participant ben = person(BEN)
                .addPowers(PowerRelation.supervisedBy(PI))
                .addAffiliations(Affiliation.lab("Old"), Affiliation.department("Maths"))
                .build();
        assertThat(Relation.between(ada, ben, JUNE))
                .extracting(Relation::message)
                .containsExactly(
                        "ada and ben have one supervisor, pi.",
                        "ada and ben are of one department, Maths.",
                        "ada and ben are of one lab, Old.");
        assertThat(Relation.between(ada, ben, JULY)).hasSize(2);
    }

    @Test
    void S19_what_is_declared_is_used_for_what_was_allowed_and_can_be_taken_back() {
        Declarations mine = Declarations.NONE
                .declaring("gender", Set.of("woman"), Set.of(IdentityUse.FORMATION))
                .declaring("visa", Set.of("J-1", "none"), Set.of(IdentityUse.FORMATION, IdentityUse.ELIGIBILITY))
                .declaring("parent", Set.of("yes"), Set.of())
                .fineAloneOn("gender")
                .keptApartFrom(BEN)
                .keptApartFrom(PI);
        assertThat(mine.identitiesFor(IdentityUse.FORMATION).keySet()).containsExactlyInAnyOrder("gender", "visa");
        assertThat(mine.identitiesFor(IdentityUse.ELIGIBILITY).get("visa")).containsExactlyInAnyOrder("J-1", "none");
        assertThat(mine.identitiesFor(IdentityUse.ELIGIBILITY).keySet()).containsExactly("visa");
        Declarations less = mine.withdrawing("gender").reconciledWith(PI);
        assertThat(less.identities().keySet()).containsExactlyInAnyOrder("visa", "parent");
        assertThat(less.uses().keySet()).containsExactly("visa");
        assertThat(less.fineAlone()).isEmpty();
        assertThat(less.conflicts()).containsExactly(BEN);
        assertThat(mine.declaring("visa", Set.of("none"), Set.of()).identities().get("visa"))
                .containsExactly("none");
        assertThatIllegalArgumentException().isThrownBy(() -> mine.declaring(" ", Set.of(), Set.of()));
    }

    @Test
    void an_ordered_value_is_a_step_of_its_scale() {
        AttributeValue.Level b1 = (AttributeValue.Level) AttributeValue.level("B1", List.of("A1", "A2", "B1"));
        assertThat(b1.rank()).isEqualTo(2);
        assertThat(b1.texts()).containsExactly("B1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeValue.level("C1", List.of("A1")))
                .withMessage("value must be one of [A1], but was \"C1\"");
        assertThatIllegalArgumentException().isThrownBy(() -> AttributeValue.level("A1", List.of("A1", "A1")));
    }
}
