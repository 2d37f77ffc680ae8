package org.peercircle.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;

/** Prints a view and everything in it, as a host might by accident. */
final class Printed {

    private Printed() {}

    /** Holds that no record in a view prints what somebody said. */
    static void holdsNothing(Object view, String canary) {
        if (view instanceof Iterable<?> many) {
            many.forEach(each -> holdsNothing(each, canary));
        } else if (view instanceof Map<?, ?> map) {
            map.values().forEach(each -> holdsNothing(each, canary));
        } else if (view instanceof Optional<?> optional) {
            optional.ifPresent(each -> holdsNothing(each, canary));
        } else if (view instanceof Record) {
            assertThat(view.toString()).doesNotContain(canary);
            for (RecordComponent part : view.getClass().getRecordComponents()) {
                holdsNothing(valueOf(part, view), canary);
            }
        }
    }

    private static Object valueOf(RecordComponent part, Object view) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(view);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
