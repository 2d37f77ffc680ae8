/** Contract tests that prove a record store right, and that nobody notices what is not for them. */
@org.jspecify.annotations.NullMarked
module org.peercircle.persistence.tck {
    requires transitive org.peercircle.persistence;
    requires transitive org.junit.jupiter.api;
    requires com.google.common;
    requires org.assertj.core;
    requires transitive java.sql;

    exports org.peercircle.persistence.tck;
}
