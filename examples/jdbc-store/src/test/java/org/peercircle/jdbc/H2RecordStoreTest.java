package org.peercircle.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2RecordStoreTest extends JdbcStoreContract {

    @TempDir
    Path directory;

    private int made;

    @Override
    String newDatabase() {
        return "jdbc:h2:file:" + directory.resolve("db" + made++) + ";WRITE_DELAY=0";
    }

    @Override
    boolean joins() {
        return false;
    }
}
