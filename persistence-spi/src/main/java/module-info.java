/** What a host implements to store a program, and the bridge from the core to it. */
@org.jspecify.annotations.NullMarked
module org.peercircle.persistence {
    requires transitive org.peercircle.core;
    requires com.fasterxml.jackson.databind;

    exports org.peercircle.persistence;
    exports org.peercircle.persistence.file;
    exports org.peercircle.persistence.memory;
    exports org.peercircle.persistence.spi;
}
