package org.peercircle.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteRecordStoreTest extends JdbcStoreContract {

    @TempDir
    Path directory;

    private int made;

    @Override
    String newDatabase() {
        return "jdbc:sqlite:" + directory.resolve("db" + made++)
                + "?busy_timeout=10000&journal_mode=WAL&synchronous=FULL";
    }

    @Override
    boolean joins() {
        return false;
    }
}
