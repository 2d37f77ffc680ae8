package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.exercise.Exercises;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.IdSource;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.ProgramId;
import org.peercircle.id.PulseId;
import org.peercircle.id.ReflectionId;
import org.peercircle.id.RehearsalId;
import org.peercircle.id.StepId;
import org.peercircle.id.TopicId;
import org.peercircle.office.port.ProgramRepository;
import org.peercircle.pulse.Moment;
import org.peercircle.pulse.Scales;
import org.peercircle.rehearsal.Brief;

/** What one may not see is told from what never was by no code, no word and no number of calls to the store. */
class UnseenTest {

    private final Program program = Program.running();
    private final List<String> calls = new ArrayList<>();
    private final PeerOffice watched = PeerOffice.of(
            ProgramId.of("test"), watching(program.repository), () -> program.now, IdSource.counting("w"));

    /** What there is, by the type of its id. */
    private final ImmutableMap<Class<?>, Object> there = things();

    private ProgramRepository watching(ProgramRepository repository) {
        return (ProgramRepository) Proxy.newProxyInstance(
                UnseenTest.class.getClassLoader(),
                new Class<?>[] {ProgramRepository.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("pieces")) { // which asks nobody
                        calls.add(method.getName());
                    }
                    try {
                        return method.invoke(repository, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private ImmutableMap<Class<?>, Object> things() {
        GroupId aurora = program.aurora();
        Desk owner = program.desk(0);
        PulseId pulse = program.coordinator
                .pulses()
                .open(
                        program.cohort,
                        new PulseTerms(Moment.BEFORE, Scales.BUILT_IN, program.now.plus(Duration.ofDays(9))))
                .orElseThrow()
                .id();
        PlanId plan = owner.plans()
                .draft(
                        aurora,
                        PlanDraft.towards("a goal")
                                .addSteps(PlanDraft.StepDraft.of("a step", LocalDate.of(2027, 2, 1)))
                                .build(),
                        Audience.JUST_ME)
                .orElseThrow();
        RehearsalId rehearsal = owner.rehearsals()
                .prepare(aurora, Optional.empty(), Brief.of("an ask", "somebody"))
                .orElseThrow()
                .id();
        Optional<Confidential<String>> text = Optional.of(Confidential.draft("an answer"));
        ReflectionId reflection = owner.exercises()
                .write(aurora, Exercises.IDEAL_DAY, List.of(text, text, text, text))
                .orElseThrow()
                .id();
        return ImmutableMap.of(
                GroupId.class, aurora,
                CohortId.class, program.cohort,
                PlanId.class, plan,
                RehearsalId.class, rehearsal,
                ReflectionId.class, reflection,
                PulseId.class, pulse);
    }

    private static Object never(Class<?> type) throws ReflectiveOperationException {
        return type.getMethod("of", String.class).invoke(null, "never");
    }

    private static @Nullable Object anything(Class<?> type) throws ReflectiveOperationException {
        if (type == int.class) {
            return 1;
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == Confidential.class) {
            return Confidential.draft("words");
        }
        if (type == String.class) {
            return "words";
        }
        if (type == Period.class) {
            return Period.ofDays(7);
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2027, 2, 1);
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == Audience.class) {
            return Audience.GROUP;
        }
        if (type == Map.class) {
            return ImmutableMap.of();
        }
        if (type == List.class || type == Collection.class) {
            return List.of();
        }
        if (type == ImmutableSet.class) {
            return ImmutableSet.of();
        }
        if (Set.of(MeetingId.class, PersonId.class, StepId.class, TopicId.class).contains(type)) {
            return never(type);
        }
        return type.isEnum() ? type.getEnumConstants()[0] : null;
    }

    /** What one operation gives for an id, and what it asked of the store; nothing if its arguments are refused first. */
    private Optional<String> told(Actor actor, Method desk, Method operation, Object id)
            throws ReflectiveOperationException {
        Object[] arguments = new Object[operation.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            Class<?> type = operation.getParameterTypes()[i];
            arguments[i] = type.isInstance(id) ? id : anything(type);
        }
        calls.clear();
        try {
            Object answer = operation.invoke(desk.invoke(watched.as(actor)), arguments);
            return Optional.of(answer.toString().replace(id.toString(), "ID") + " after " + calls);
        } catch (InvocationTargetException e) {
            return Optional.empty();
        }
    }

    private static List<Method> operations(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !m.isSynthetic())
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    @Test
    void C15_A7_what_may_not_be_seen_looks_like_what_never_was() throws ReflectiveOperationException {
        Set<String> tried = new TreeSet<>();
        // A member of the other group, somebody in no cohort at all, and the office.
        List<Actor> actors = List.of(
                Actor.participant(Program.person(7)),
                Actor.participant(PersonId.of("stranger")),
                Actor.coordinator(Program.DANA));
        for (Method desk : operations(Desk.class)) {
            if (!desk.getReturnType().getSimpleName().endsWith("Desk")) {
                continue;
            }
            for (Method operation : operations(desk.getReturnType())) {
                for (Map.Entry<Class<?>, Object> thing : there.entrySet()) {
                    if (!Arrays.asList(operation.getParameterTypes()).contains(thing.getKey())) {
                        continue;
                    }
                    for (Actor actor : actors) {
                        if (sees(actor, thing.getKey())) {
                            continue;
                        }
                        Optional<String> hidden = told(actor, desk, operation, thing.getValue());
                        assertThat(hidden)
                                .as(desk.getName() + "." + operation.getName() + " of " + thing.getValue() + " by "
                                        + actor.person())
                                .isEqualTo(told(actor, desk, operation, never(thing.getKey())));
                        hidden.ifPresent(h -> tried.add(operation.toString()));
                    }
                }
            }
        }
        assertThat(tried).hasSizeGreaterThan(80);
    }

    private static boolean sees(Actor actor, Class<?> type) {
        boolean isOffices = type == GroupId.class || type == CohortId.class || type == PulseId.class;
        boolean isCohorts = type == CohortId.class || type == PulseId.class;
        return actor.person().equals(Program.DANA) && isOffices
                || actor.person().equals(Program.person(7)) && isCohorts;
    }
}
