package org.peercircle.persistence.tck;

import org.peercircle.persistence.memory.InMemoryRecordStore;
import org.peercircle.persistence.spi.RecordStore;

class InMemoryRecordStoreTest extends RecordStoreContract {

    @Override
    protected RecordStore newStore() {
        return new InMemoryRecordStore();
    }
}
