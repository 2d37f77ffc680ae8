package org.peercircle.persistence.tck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordOp;

/**
 * Commits that were applied, and whether they could have been applied one after the other (law L7): edges lead from who
 * made a version to who saw it and to who made the next, and from who saw it to who made the next. Where these edges go
 * in a circle, no order explains what was seen (Adya 1999).
 */
final class History {

    /** A version of a record. */
    private record Version(RecordKey key, long number) {}

    private final List<List<RecordOp>> commits = new ArrayList<>();

    synchronized void add(List<RecordOp> ops) {
        commits.add(List.copyOf(ops));
    }

    /** Returns commits that would have to come before themselves; none if there is an order. */
    synchronized Set<Integer> whoComesBeforeThemselves() {
        List<Set<Integer>> after = edges();
        Set<Integer> left = IntStream.range(0, after.size()).boxed().collect(Collectors.toCollection(HashSet::new));
        boolean any = true;
        while (any) {
            // Whoever nobody left comes before can be put first.
            Set<Integer> preceded = new HashSet<>();
            left.forEach(one -> preceded.addAll(after.get(one)));
            any = left.retainAll(preceded);
        }
        return left;
    }

    private List<Set<Integer>> edges() {
        Map<Version, Integer> makers = new HashMap<>();
        for (int i = 0; i < commits.size(); i++) {
            for (RecordOp op : commits.get(i)) {
                if (op.written().isPresent()) {
                    Integer other = makers.put(new Version(op.key(), op.expected() + 1), i);
                    if (other != null) {
                        throw new AssertionError("two commits made version " + (op.expected() + 1) + " of " + op.key());
                    }
                }
            }
        }
        List<Set<Integer>> after = new ArrayList<>();
        commits.forEach(commit -> after.add(new HashSet<>()));
        for (int i = 0; i < commits.size(); i++) {
            for (RecordOp op : commits.get(i)) {
                Integer maker = makers.get(new Version(op.key(), op.expected()));
                Integer next = makers.get(new Version(op.key(), op.expected() + 1));
                if (maker != null && maker != i) {
                    after.get(maker).add(i);
                }
                if (next != null && next != i) {
                    after.get(i).add(next);
                }
            }
        }
        return after;
    }
}
