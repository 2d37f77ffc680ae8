package org.peercircle.pulse;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.function.ToDoubleFunction;
import org.peercircle.id.GroupId;
import org.peercircle.id.PieceId;
import org.peercircle.report.Thresholds;

/** People and their scores on one scale, in one survey or in two. */
record Sample(ImmutableList<Scored> people) {

    /**
     * One person.
     *
     * @param before their earlier score; the same as {@code after} where there is one survey
     */
    record Scored(PieceId diary, GroupId group, double before, double after) {
        double change() {
            return after - before;
        }
    }

    int size() {
        return people.size();
    }

    ImmutableSet<PieceId> diaries() {
        return people.stream().map(Scored::diary).collect(ImmutableSet.toImmutableSet());
    }

    double mean(ToDoubleFunction<Scored> value) {
        return people.stream().mapToDouble(value).average().orElseThrow();
    }

    boolean isConstant(ToDoubleFunction<Scored> value) {
        return people.stream().mapToDouble(value).distinct().count() < 2;
    }

    /** Half the width of the 95 % confidence interval of the mean change. */
    double margin() {
        double mean = mean(Scored::change);
        double squares = people.stream()
                .mapToDouble(p -> (p.change() - mean) * (p.change() - mean))
                .sum();
        int freedom = size() - 1;
        return StudentT.quantile975(freedom) * Math.sqrt(squares / freedom / size());
    }

    /** How many people are not in the largest group, and how many groups there are. */
    boolean standsWithoutAnyGroup(Thresholds thresholds) {
        ImmutableSet<GroupId> groups = people.stream().map(Scored::group).collect(ImmutableSet.toImmutableSet());
        return groups.size() >= thresholds.groups()
                && groups.stream()
                        .allMatch(g -> people.stream()
                                        .filter(p -> !p.group().equals(g))
                                        .count()
                                >= thresholds.people());
    }
}
