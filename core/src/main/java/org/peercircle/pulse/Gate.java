package org.peercircle.pulse;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.peercircle.id.PieceId;
import org.peercircle.report.Thresholds;

/**
 * Decides what is shown of a survey. A number needs enough people (law D2) of enough groups, and enough of them outside
 * any one group, which knows itself (D4, D6); not all the same (D13); and against every number shown before on the same
 * scale, the people counted in one and not in the other are none or enough (D11, D12). What changed comes before a mean
 * of its own, since of two numbers that can't both be shown it says more.
 */
final class Gate {

    private final PulseSurvey survey;
    private final ImmutableList<PulseSurvey> earlier;
    private final ImmutableList<Respondent> people;
    private final Thresholds thresholds;
    private final List<Release.Counted> shownBefore = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Release.Counted> counted = new ArrayList<>();

    Gate(PulseSurvey survey, Collection<PulseSurvey> others, Collection<Respondent> people, Thresholds thresholds) {
        this.survey = survey;
        this.earlier = others.stream()
                .filter(s -> s.closesAt().isBefore(survey.closesAt()))
                .sorted(Comparator.comparing(PulseSurvey::closesAt))
                .collect(ImmutableList.toImmutableList());
        this.people = ImmutableList.copyOf(people);
        this.thresholds = thresholds;
        others.forEach(s -> s.release().ifPresent(r -> shownBefore.addAll(r.counted())));
    }

    Release release(Instant now) {
        for (Scale scale : survey.scales()) {
            int before = findings.size();
            earlier.forEach(since -> showChange(scale, since));
            showMean(scale);
            if (findings.size() == before) {
                findings.add(new Finding.NotShown(scale.code()));
            }
        }
        return new Release(now, ImmutableList.copyOf(findings), ImmutableList.copyOf(counted));
    }

    private void showChange(Scale scale, PulseSurvey since) {
        // A scale whose questions were changed in between does not measure the same.
        if (!since.scale(scale.code()).equals(Optional.of(scale))) {
            return;
        }
        Sample sample = sample(scale, since, survey);
        boolean varies = !sample.isConstant(Sample.Scored::before)
                && !sample.isConstant(Sample.Scored::after)
                && !sample.isConstant(Sample.Scored::change);
        if (varies && isSafe(scale, sample)) {
            double change = sample.mean(Sample.Scored::change);
            double margin = sample.margin();
            count(scale, sample);
            findings.add(new Finding.Change(
                    scale.code(),
                    since.moment(),
                    sample.size(),
                    rounded(sample, Sample.Scored::before),
                    rounded(sample, Sample.Scored::after),
                    rounded(change),
                    rounded(change - margin),
                    rounded(change + margin)));
        }
    }

    private void showMean(Scale scale) {
        Sample sample = sample(scale, survey, survey);
        if (!sample.isConstant(Sample.Scored::after) && isSafe(scale, sample)) {
            count(scale, sample);
            findings.add(new Finding.Mean(scale.code(), sample.size(), rounded(sample, Sample.Scored::after)));
        }
    }

    private void count(Scale scale, Sample sample) {
        counted.add(new Release.Counted(scale.code(), sample.diaries()));
    }

    private boolean isSafe(Scale scale, Sample sample) {
        return sample.size() >= thresholds.people()
                && sample.standsWithoutAnyGroup(thresholds)
                && shownBefore.stream().allMatch(c -> differsSafely(scale, sample, c))
                && counted.stream().allMatch(c -> differsSafely(scale, sample, c));
    }

    private boolean differsSafely(Scale scale, Sample sample, Release.Counted shown) {
        if (!shown.scale().equals(scale.code())) {
            return true;
        }
        ImmutableSet<PieceId> now = sample.diaries();
        return isNoneOrEnough(Sets.difference(now, shown.diaries()).size())
                && isNoneOrEnough(Sets.difference(shown.diaries(), now).size());
    }

    private boolean isNoneOrEnough(int people) {
        return people == 0 || people >= thresholds.people();
    }

    private Sample sample(Scale scale, PulseSurvey since, PulseSurvey until) {
        ImmutableList.Builder<Sample.Scored> scored = ImmutableList.builder();
        for (Respondent person : people) {
            OptionalDouble before = score(scale, person, since);
            OptionalDouble after = score(scale, person, until);
            if (before.isPresent() && after.isPresent()) {
                scored.add(
                        new Sample.Scored(person.diary(), person.group(), before.getAsDouble(), after.getAsDouble()));
            }
        }
        return new Sample(scored.build());
    }

    private static OptionalDouble score(Scale scale, Respondent person, PulseSurvey in) {
        return scale.score(person.answers().getOrDefault(in.id(), ImmutableMap.of()));
    }

    private static double rounded(Sample sample, ToDoubleFunction<Sample.Scored> value) {
        return rounded(sample.mean(value));
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
