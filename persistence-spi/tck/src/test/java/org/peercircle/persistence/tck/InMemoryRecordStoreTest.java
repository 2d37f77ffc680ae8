package org.peercircle.persistence.tck;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.peercircle.persistence.memory.InMemoryRecordStore;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.spi.TenantId;

class InMemoryRecordStoreTest extends RecordStoreContract {

    @Override
    protected RecordStore newStore() {
        return new InMemoryRecordStore();
    }

    @Test
    void what_it_does_not_declare_it_refuses() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> newStore().prune(new TenantId("t"), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> newStore().feed(new TenantId("t"), 0, 0));
    }
}
