package org.peercircle.decision;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import org.peercircle.confidentiality.Tag;

/**
 * Something that happened, told without content: a type, the id it happened to, and facts that are ids, dates or
 * numbers. A feed shows it only to those whom {@link #existence()} admits.
 *
 * @param type a stable name in lower case with hyphens, such as {@code member-departed}
 * @param subject the id of the aggregate it happened to
 * @param existence who may know that it happened
 * @param facts ids, dates and numbers by name
 */
public record DomainEvent(String type, String subject, Tag existence, ImmutableSortedMap<String, String> facts) {

    /** Returns an event with these facts. */
    public static DomainEvent of(String type, Object subject, Tag existence, Map<String, ?> facts) {
        ImmutableSortedMap.Builder<String, String> texts = ImmutableSortedMap.naturalOrder();
        facts.forEach((name, value) -> texts.put(name, value.toString()));
        return new DomainEvent(type, subject.toString(), existence, texts.build());
    }
}
