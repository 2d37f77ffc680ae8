package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimap;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.office.port.StoredPiece;

/** Finds all confidential pieces of an aggregate by looking into every field, for tests without codecs. */
final class Pieces {

    private final ImmutableList.Builder<StoredPiece> found = ImmutableList.builder();

    private Pieces() {}

    static ImmutableList<StoredPiece> of(Object aggregate) {
        Pieces pieces = new Pieces();
        pieces.look(aggregate, "");
        return pieces.found.build();
    }

    private void look(@Nullable Object value, String where) {
        if (value instanceof Confidential<?> piece) {
            found.add(new StoredPiece(where, piece.map(said -> "\"" + said + "\"")));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> look(present, where));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> look(each, where));
        } else if (value instanceof Multimap<?, ?> map) {
            map.values().forEach(each -> look(each, where));
        } else if (value instanceof Iterable<?> all) {
            all.forEach(each -> look(each, where));
        } else if (value != null
                && !(value instanceof Enum<?>)
                && value.getClass().getName().startsWith("org.peercircle.")) {
            lookInside(value, where);
        }
    }

    private void lookInside(Object value, String where) {
        for (Class<?> type = value.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    try {
                        field.setAccessible(true);
                        look(field.get(value), where.isEmpty() ? field.getName() : where + "." + field.getName());
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        }
    }
}
