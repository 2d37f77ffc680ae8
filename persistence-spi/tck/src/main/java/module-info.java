/** Contract tests that prove a record store right. */
@org.jspecify.annotations.NullMarked
module org.peercircle.persistence.tck {
    requires transitive org.peercircle.persistence;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;

    exports org.peercircle.persistence.tck;
}
