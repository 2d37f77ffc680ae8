package org.peercircle.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteRecordStoreTest extends JdbcStoreContract {

    @TempDir
    Path directory;

    private int made;

    @Override
    String newDatabase() {
        return Databases.sqlite(directory.resolve("db" + made++));
    }

    @Override
    boolean joins() {
        return false;
    }
}
