package org.peercircle.persistence.tck;

import com.google.common.collect.ImmutableList;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.peercircle.decision.Decision;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.ReflectionId;
import org.peercircle.id.RehearsalId;
import org.peercircle.office.Actor;
import org.peercircle.office.Desk;
import org.peercircle.office.FormationRules;
import org.peercircle.report.ReportKind;

/** Everything that somebody can get out of the library at one moment, a line an answer. */
final class Seen {

    /** The one in which a play begins. */
    private static final int FIRST_YEAR = 2026;

    private final ImmutableList.Builder<String> lines = ImmutableList.builder();

    private Seen() {}

    /**
     * Returns what an actor sees on a stage.
     *
     * @param ids whose ids are asked for: those of the world in which more was made
     * @param all whether what takes long is asked for too: groups as the engine would form them
     */
    static ImmutableList<String> by(Actor actor, Stage stage, Stage ids, boolean all) {
        Seen seen = new Seen();
        Desk desk = stage.office().as(actor);
        LocalDate today = stage.now().atZone(ZoneOffset.UTC).toLocalDate();
        seen.add("cohort", () -> desk.cohorts().view(stage.cohort()));
        seen.add("groups", () -> desk.groups().list(stage.cohort()));
        seen.add("signals", () -> desk.groups().signals(stage.cohort()));
        seen.add("my offer", () -> desk.seats().mine(stage.cohort()));
        seen.add("pulses", () -> desk.pulses().list(stage.cohort()));
        seen.add("sayings", () -> desk.sayings().list(stage.cohort()));
        seen.add("reports", () -> desk.reports().standing(stage.cohort()));
        seen.add("legal matters", () -> desk.legal().list());
        for (GroupId group : stage.groups()) {
            seen.addGroup(desk, group, today);
            if (all) {
                FormationRules rules = FormationRules.peerMentoring("gender");
                seen.add("advice", () -> desk.groups().advice(group, rules));
                seen.add("suggestions", () -> desk.seats().suggest(group, rules));
            }
        }
        if (all) {
            seen.addPeople(desk, stage);
        }
        for (PlanId plan : ids.plans()) {
            seen.add("plan " + plan, () -> desk.plans().view(plan));
            seen.add("hints " + plan, () -> desk.plans().hints(plan));
            seen.add("compared " + plan, () -> desk.plans().compare(plan, 1, 2));
            seen.add("story " + plan, () -> desk.plans().story(plan));
        }
        for (ReflectionId reflection : ids.reflections()) {
            seen.add("reflection " + reflection, () -> desk.exercises().view(reflection));
        }
        for (RehearsalId rehearsal : ids.rehearsals()) {
            seen.add("rehearsal " + rehearsal, () -> desk.rehearsals().view(rehearsal));
        }
        return seen.lines.build();
    }

    /** Returns what an actor would take along. */
    static ImmutableList<String> export(Actor actor, Stage stage) {
        Seen seen = new Seen();
        seen.addExport(stage.office().as(actor));
        return seen.lines.build();
    }

    private void addExport(Desk desk) {
        add("export", () -> desk.privacy().export());
    }

    private void addPeople(Desk desk, Stage stage) {
        addExport(desk);
        add("to review", () -> desk.privacy().toReview());
        add("log", () -> desk.audit().mine());
        add("readable", () -> desk.exceptions().readable(stage.aurora()));
        add("released to me", () -> desk.releases().toMe());
        add("released by me", () -> desk.releases().mine(stage.aurora()));
        add("said by me", () -> desk.sayings().mine(stage.cohort()));
        add("handed out", () -> desk.legal().handedOutIn(FIRST_YEAR));
        add("retention", () -> desk.retention().preview());
        add("seats", () -> desk.reports().seats(stage.cohort()));
        for (ReportKind kind : ReportKind.values()) {
            add("report of " + kind, () -> desk.reports().show(stage.cohort(), kind));
        }
        for (int i = 0; i <= Stage.NEWCOMER; i++) {
            PersonId person = Stage.person(i);
            add("person " + i, () -> desk.people().view(person));
            add("timeline " + i, () -> desk.groups().timeline(stage.aurora(), person));
        }
    }

    private void addGroup(Desk desk, GroupId group, LocalDate today) {
        add("group", () -> desk.groups().view(group));
        add("people", () -> desk.groups().people(group));
        add("page", () -> desk.groups().page(group));
        add("standings", () -> desk.groups().standings(group));
        add("invitations", () -> desk.seats().invitations(group));
        add("proposals", () -> desk.agreements().proposals(group));
        add("space", () -> desk.spaces().view(group));
        add("turns", () -> desk.turns().next(group, 4));
        add("arranged", () -> desk.turns().arranged(group));
        add("calendar", () -> desk.meetings().calendar(group));
        add("outcomes", () -> desk.meetings().outcomes(group));
        add("whom to turn to", () -> desk.meetings().whomToTurnTo(group));
        add("carried over", () -> desk.meetings().carryOver(group));
        add("plans", () -> desk.plans().list(group));
        add("rehearsals", () -> desk.rehearsals().list(group));
        add("reflections", () -> desk.exercises().list(group));
        add("reminders", () -> desk.reminders().between(group, today.minusDays(40), today.plusDays(90)));
    }

    private void add(String name, Supplier<Object> call) {
        StringBuilder line = new StringBuilder(name).append(": ");
        try {
            print(call.get(), line);
        } catch (RuntimeException e) {
            line.append("threw ").append(e);
        }
        lines.add(line.toString());
    }

    /** Prints every part of a value, also those that it would not print itself. */
    static void print(Object value, StringBuilder to) {
        if (value instanceof Decision<?> decision) {
            if (decision.isAccepted()) {
                print(decision.orElseThrow(), to);
            } else {
                decision.refusals().forEach(r -> to.append(r.code()).append(' ').append(r.message()));
            }
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> print(present, to.append("some ")));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                print(key, to.append('{'));
                print(each, to.append('='));
                to.append('}');
            });
        } else if (value instanceof Iterable<?> many) {
            to.append('[');
            many.forEach(each -> {
                print(each, to);
                to.append(' ');
            });
            to.append(']');
        } else if (value instanceof Record) {
            to.append(value.getClass().getSimpleName()).append('(');
            for (RecordComponent part : value.getClass().getRecordComponents()) {
                print(part(part, value), to.append(part.getName()).append('='));
                to.append(' ');
            }
            to.append(')');
        } else {
            to.append(value);
        }
    }

    private static Object part(RecordComponent part, Object of) {
        try {
            return part.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            return "closed";
        }
    }
}
