package org.peercircle.jdbc;

class PostgresRecordStoreTest extends JdbcStoreContract {

    @Override
    String newDatabase() {
        return Databases.postgres();
    }

    @Override
    boolean joins() {
        return true;
    }
}
