package org.peercircle.persistence.tck;

import org.peercircle.office.port.ProgramRepository;

/** Nobody notices what is not for them, whatever keeps it. */
class PlainConfidentialityTest extends ConfidentialityContract {

    @Override
    protected ProgramRepository newRepository() {
        return new PlainRepository();
    }

    @Override
    protected int plays() {
        return 400;
    }
}
