package org.peercircle.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CustodiansTest {

    @Test
    void K4_the_keys_are_kept_by_neither_the_office_nor_human_resources() {
        assertThat(new Custodians("IT security", "Postdoc Office", "HR").keys()).isEqualTo("IT security");
        for (String keys : new String[] {"Postdoc Office", " postdoc  office", "POSTDOC-OFFICE", "HR", "hr."}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Custodians(keys, "Postdoc Office", "HR"))
                    .withMessageContaining("'" + keys + "'");
        }
    }

    @Test
    void K4_each_is_named() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Custodians(" ", "Postdoc Office", "HR"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Custodians("IT", "-", "HR"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Custodians("IT", "Postdoc Office", ""));
    }
}
