/** The model, the rules and the office of peer mentoring groups. */
@org.jspecify.annotations.NullMarked
module org.peercircle.core {
    requires transitive com.google.common;
    requires static transitive org.jspecify;
    requires static org.immutables.value.annotations;
    requires static java.compiler;
    requires static com.google.errorprone.annotations;

    exports org.peercircle.audit;
    exports org.peercircle.cohort;
    exports org.peercircle.confidentiality;
    exports org.peercircle.confidentiality.custody to
            org.peercircle.persistence;
    exports org.peercircle.decision;
    exports org.peercircle.exercise;
    exports org.peercircle.formation;
    exports org.peercircle.group;
    exports org.peercircle.id;
    exports org.peercircle.meeting;
    exports org.peercircle.moderation;
    exports org.peercircle.office;
    exports org.peercircle.office.port;
    exports org.peercircle.people;
    exports org.peercircle.plan;
    exports org.peercircle.pulse;
    exports org.peercircle.rehearsal;
    exports org.peercircle.report;
}
