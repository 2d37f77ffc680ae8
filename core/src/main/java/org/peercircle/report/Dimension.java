package org.peercircle.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.peercircle.internal.Arguments;

/**
 * What a table is broken down by, such as departments in schools. A category is a path from the coarsest level to the
 * finest; all paths are of one length, and those with the same beginning belong together.
 *
 * @param name what it is, such as {@code department}
 * @param categories paths, each different
 */
public record Dimension(String name, ImmutableList<ImmutableList<String>> categories) {

    private static final Dimension NONE = new Dimension("all", ImmutableList.of(ImmutableList.of("all")));

    /** Checks that the paths are of one length and that no two are the same. */
    public Dimension {
        Arguments.require(!categories.isEmpty(), "categories", "have at least one", categories);
        int depth = categories.get(0).size();
        Arguments.require(
                depth >= 1 && categories.stream().allMatch(c -> c.size() == depth),
                "categories",
                "be paths of one length",
                categories);
        Arguments.require(
                ImmutableSet.copyOf(categories).size() == categories.size(), "categories", "differ", categories);
    }

    /** Returns a dimension of one level. */
    public static Dimension of(String name, Collection<String> categories) {
        return new Dimension(name, categories.stream().map(ImmutableList::of).collect(ImmutableList.toImmutableList()));
    }

    /** Returns a dimension of several levels; each path begins with the coarsest. */
    public static Dimension nested(String name, Collection<? extends List<String>> paths) {
        return new Dimension(name, paths.stream().map(ImmutableList::copyOf).collect(ImmutableList.toImmutableList()));
    }

    /** Returns the dimension that breaks nothing down. */
    public static Dimension none() {
        return NONE;
    }

    /** How many levels there are. */
    public int levels() {
        return categories.get(0).size();
    }

    /** Whether it breaks nothing down, so that its one category is the total. */
    public boolean isNone() {
        return equals(NONE);
    }

    /** Returns this dimension cut off below a level, from 1, the coarsest, to {@link #levels}. */
    Dimension upTo(int level) {
        Set<ImmutableList<String>> cut = new LinkedHashSet<>();
        categories.forEach(path -> cut.add(path.subList(0, level)));
        return new Dimension(name, ImmutableList.copyOf(cut));
    }
}
