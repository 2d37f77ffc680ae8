package org.peercircle.jdbc;

class MariadbRecordStoreTest extends JdbcStoreContract {

    @Override
    String newDatabase() {
        return Databases.mariadb();
    }

    @Override
    boolean joins() {
        return true;
    }
}
