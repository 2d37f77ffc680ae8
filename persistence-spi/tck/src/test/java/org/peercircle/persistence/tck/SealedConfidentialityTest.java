package org.peercircle.persistence.tck;

import org.peercircle.office.port.ProgramRepository;
import org.peercircle.persistence.RecordRepository;
import org.peercircle.persistence.Sealing;
import org.peercircle.persistence.memory.InMemoryKeyVault;
import org.peercircle.persistence.memory.InMemoryRecordStore;

/** Nobody notices what is not for them, where all is sealed. */
class SealedConfidentialityTest extends ConfidentialityContract {

    @Override
    protected ProgramRepository newRepository() {
        return RecordRepository.over(new InMemoryRecordStore(), Sealing.forThisProcess(new InMemoryKeyVault()));
    }

    @Override
    protected int plays() {
        return 12;
    }
}
