/**
 * A record store over any {@code DataSource} of PostgreSQL, H2, SQLite or MariaDB. Uses {@code org.peercircle.persistence.spi},
 * JDBC, and Flyway for the tables; knows nothing of what the records hold.
 */
@NullMarked
package org.peercircle.jdbc;

import org.jspecify.annotations.NullMarked;
