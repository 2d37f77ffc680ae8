package org.peercircle.confidentiality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;

class ConfidentialTest {

    private static final String CANARY = "canary-7f3a";
    private static final PersonId ADA = PersonId.of("ada");
    private static final Tag TAG = Tag.content(Policy.of(Owner.of(ADA)));

    @Test
    void J1_its_string_form_is_a_constant_and_its_value_transient() throws Exception {
        Confidential<String> piece = Custody.file(Confidential.draft(CANARY), PieceId.of("p"), TAG, Instant.EPOCH);
        assertThat(piece).hasToString("Confidential[…]");
        Field value = Confidential.class.getDeclaredField("value");
        assertThat(Modifier.isPrivate(value.getModifiers())).isTrue();
        assertThat(Modifier.isFinal(value.getModifiers())).isTrue();
        assertThat(Modifier.isTransient(value.getModifiers())).isTrue();
    }

    @Test
    void J1_it_has_no_getter() {
        List<String> giving = Arrays.stream(Confidential.class.getMethods())
                .filter(m -> m.getDeclaringClass() == Confidential.class)
                .filter(m -> m.getGenericReturnType().getTypeName().equals("T"))
                .map(Method::getName)
                .toList();
        assertThat(giving).isEmpty();
    }

    @Test
    void J1_it_does_not_serialize() throws Exception {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            Assertions.assertThatExceptionOfType(NotSerializableException.class)
                    .isThrownBy(() -> out.writeObject(Confidential.draft(CANARY)));
        }
    }

    @Test
    void J2_it_is_equal_by_piece_and_version_never_by_content() {
        Confidential<String> one = Custody.file(Confidential.draft("one"), PieceId.of("p"), TAG, Instant.EPOCH);
        Confidential<String> other = Custody.file(Confidential.draft("other"), PieceId.of("p"), TAG, Instant.EPOCH);
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(Custody.retag(one, TAG)).isNotEqualTo(one);
        Confidential<String> draft = Confidential.draft("one");
        assertThat(draft.equals((Object) draft)).isTrue();
        assertThat(draft).isNotEqualTo(Confidential.draft("one"));
    }

    @Test
    void nobody_opens_a_draft_not_even_its_writer() {
        Viewer self = Custody.viewer(ADA, Capacity.PARTICIPANT, Purpose.SUPPORT);
        World world = World.at(Tags.NOW).relationsKnown(ADA).build();
        assertThat(Disclosure.open(Confidential.draft(CANARY), self, world)).isEmpty();
        Confidential<String> filed = Custody.file(Confidential.draft(CANARY), PieceId.of("p"), TAG, Instant.EPOCH);
        assertThat(Disclosure.open(filed, self, world)).contains(CANARY);
        assertThat(Disclosure.mayKnowOf(filed, self, world)).isTrue();
    }

    @Test
    void a_text_that_is_blank_or_too_long_is_refused_without_being_told() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Confidential.draft(" \n "))
                .withMessageContaining("but had 0");
        String tooLong = CANARY.repeat(3000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Confidential.draft(tooLong))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(CANARY));
    }

    @Test
    void that_it_exists_is_no_more_secret_than_what_it_says() {
        Tag group = Tag.content(Policy.of(Owner.of(ADA), new Atom.Anyone()));
        assertThat(Custody.file(Confidential.draft("x"), PieceId.of("p"), 1, TAG, group, Instant.EPOCH)
                        .existence())
                .isEqualTo(group);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Custody.file(Confidential.draft("x"), PieceId.of("p"), 1, group, TAG, Instant.EPOCH));
    }

    @Test
    void only_persons_are_made_viewers_and_the_engine_has_its_purposes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Custody.viewer(ADA, Capacity.ENGINE, Purpose.OPERATE));
        assertThatIllegalArgumentException().isThrownBy(() -> Custody.engine(Purpose.SUPPORT));
    }

    /** J4: whoever hands in code that sees the value gets it back as confidential as it was. */
    @Test
    void J4_no_public_method_hands_the_value_to_foreign_code_but_map_which_keeps_it_confidential() {
        assertThat(Confidential.class.getMethods())
                .filteredOn(method -> Arrays.stream(method.getParameterTypes())
                        .anyMatch(type -> type.isAnnotationPresent(FunctionalInterface.class)))
                .singleElement()
                .satisfies(method -> {
                    assertThat(method.getName()).isEqualTo("map");
                    assertThat(method.getReturnType()).isEqualTo(Confidential.class);
                });
    }
}
