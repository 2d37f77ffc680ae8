package org.peercircle.report;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;

/**
 * What a program's office can be shown of what members do: this fixed list, and nothing else (law D1). Each says in which of a
 * few categories each person is, who is counted once; the categories get coarser before anything is hidden. What people
 * declare of themselves is in none of them.
 */
public enum ReportKind {
    /** How far people came with the plans that they share with somebody: without one, with one, with a goal reached. */
    PLANS(
            "plan",
            List.of(
                    List.of("no plan", "no plan"),
                    List.of("a plan", "no goal reached yet"),
                    List.of("a plan", "a goal reached"))),
    /** What came at best of the topics that people brought: none that had its time, being heard, advice, a plan. */
    TOPICS(
            "topic",
            List.of(
                    List.of("no topic yet", "no topic yet"),
                    List.of("a topic", "was heard"),
                    List.of("a topic", "took advice along"),
                    List.of("a topic", "left with a plan"))),
    /** How often people were at the meetings of their group while they were members. */
    ATTENDANCE(
            "meetings",
            List.of(
                    List.of("no meeting yet", "no meeting yet"),
                    List.of("met", "at fewer than half"),
                    List.of("met", "at half or more"),
                    List.of("met", "at all")));

    private final Dimension categories;

    ReportKind(String name, List<List<String>> paths) {
        this.categories = Dimension.nested(name, paths);
    }

    /** Returns the categories, from the coarsest level to the finest. */
    public Dimension categories() {
        return categories;
    }

    /** Returns a category by its finest name. */
    public ImmutableList<String> category(String finest) {
        return categories.categories().stream()
                .filter(path -> path.get(path.size() - 1).equals(finest))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no category of " + this + " is called " + finest));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
