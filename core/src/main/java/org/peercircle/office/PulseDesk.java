package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.peercircle.cohort.Cohort;
import org.peercircle.cohort.CohortRefusal;
import org.peercircle.cohort.Enrollment;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Disclosure;
import org.peercircle.confidentiality.Purpose;
import org.peercircle.confidentiality.Viewer;
import org.peercircle.confidentiality.World;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.decision.Decision;
import org.peercircle.decision.DomainEvent;
import org.peercircle.decision.Refusal;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.PulseId;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.pulse.Answers;
import org.peercircle.pulse.PulseDiary;
import org.peercircle.pulse.PulseSurvey;
import org.peercircle.pulse.Respondent;
import org.peercircle.report.Thresholds;

/**
 * Pulse surveys. Answers are read by nobody: they are counted, with those of everybody else who consented, in numbers that
 * disclose nobody, once the survey has closed. Who answered is not shown either.
 */
public final class PulseDesk {

    private final Backstage backstage;
    private final Actor actor;

    PulseDesk(Backstage backstage, Actor actor) {
        this.backstage = backstage;
        this.actor = actor;
    }

    /** Opens a survey of a cohort. For coordinators. */
    public Decision<PulseView> open(CohortId cohort, PulseTerms terms) {
        if (!actor.isCoordinator()) {
            return Decision.refuse(new OfficeRefusal.NotAllowed("open surveys", "a coordinator"));
        }
        return backstage.decide(work -> {
            if (work.find(AggregateKind.COHORT, cohort).isEmpty()) {
                return noCohort(cohort);
            }
            PulseSurvey survey = PulseSurvey.builder()
                    .id(PulseId.of(backstage.newId()))
                    .program(backstage.program())
                    .cohort(cohort)
                    .openedBy(actor.person())
                    .moment(terms.moment())
                    .scales(terms.scales())
                    .opensAt(work.now())
                    .closesAt(terms.closesAt())
                    .build();
            work.create(AggregateKind.PULSE, survey.id(), survey);
            return Decision.accept(
                    PulseView.of(survey, work.now(), ImmutableMap.of()),
                    DomainEvent.of("pulse-opened", survey.id(), survey.tag(), Map.of("cohort", cohort)));
        });
    }

    /**
     * Answers a survey, or answers it anew while it is open. For those enrolled.
     *
     * @param answers by the code of the question; pass one over by leaving it out
     * @param mayCount whether these and earlier answers may be counted in what is shown
     */
    public Decision<PulseView> answer(PulseId id, Map<String, Integer> answers, boolean mayCount) {
        Work look = backstage.look();
        ImmutableList<PieceId> known = ids(ownDiaries(look, cohortOf(look.find(AggregateKind.PULSE, id), id)));
        return backstage.decide(work -> {
            Optional<PulseSurvey> found = work.find(AggregateKind.PULSE, id);
            Optional<Enrollment> enrolled = enrollment(work, cohortOf(found, id));
            if (found.isEmpty() || enrolled.isEmpty()) {
                return notThere(id);
            }
            PulseSurvey survey = found.orElseThrow();
            Optional<Refusal> against = survey.against(answers);
            if (against.isPresent()) {
                return Decision.refuse(against.orElseThrow());
            }
            Answers given = new Answers(
                    work.now(),
                    enrolled.flatMap(Enrollment::group),
                    backstage.file(
                            Confidential.draftOf(ImmutableMap.copyOf(answers)), PulseDiary.tagOf(actor.person())));
            Optional<PulseDiary> before = united(work, known);
            return before.orElseGet(() -> emptyDiary(survey.cohort()))
                    .answer(survey, given, mayCount)
                    .map(diary -> {
                        if (before.isPresent()) {
                            work.replace(AggregateKind.PULSE_DIARY, diary.id(), diary);
                        } else {
                            work.create(AggregateKind.PULSE_DIARY, diary.id(), diary);
                        }
                        return PulseView.of(survey, work.now(), ImmutableMap.copyOf(answers));
                    });
        });
    }

    /** Of a survey that is not there, a cohort that is looked for all the same, so that the store's calls don't tell (law C15). */
    private static CohortId cohortOf(Optional<PulseSurvey> survey, PulseId id) {
        return survey.map(PulseSurvey::cohort).orElseGet(() -> CohortId.of(id.value()));
    }

    private PulseDiary emptyDiary(CohortId cohort) {
        return PulseDiary.builder()
                .id(PieceId.of(backstage.newId()))
                .owner(actor.person())
                .cohort(cohort)
                .consents(false)
                .build();
    }

    /** Says whether one's answers in a cohort may be counted in what is shown from now on; what was shown stays. */
    public Decision<Boolean> consent(CohortId cohort, boolean mayCount) {
        ImmutableList<PieceId> known = ids(ownDiaries(backstage.look(), cohort));
        return backstage.decide(work -> {
            Optional<PulseDiary> diary = united(work, known);
            diary.ifPresent(d -> work.replace(AggregateKind.PULSE_DIARY, d.id(), d.consenting(mayCount)));
            return diary.isPresent()
                    ? Decision.accept(mayCount)
                    : Decision.refuse(new OfficeRefusal.NotThere("answer of yours in cohort", cohort.value()));
        });
    }

    /**
     * Fixes what is shown of a survey that has closed, with the usual thresholds; it stays as it is from then on. Of two
     * surveys compared, let the earlier one wait and show the later one: what is shown of the earlier alone may keep the
     * change from being shown. For coordinators, once groups meet.
     */
    public Decision<PulseView> show(PulseId id) {
        return show(id, Thresholds.EDUCATION);
    }

    /** Fixes what is shown of a survey that has closed. For coordinators, once groups meet. */
    public Decision<PulseView> show(PulseId id, Thresholds thresholds) {
        if (!actor.isCoordinator()) {
            return Decision.refuse(new OfficeRefusal.NotAllowed("fix what is shown", "a coordinator"));
        }
        // What is counted is read apart: a closed survey's answers no longer change, and a commit need not check each.
        Work reading = backstage.look();
        return backstage.decide(work -> {
            Optional<PulseSurvey> survey = work.find(AggregateKind.PULSE, id);
            if (survey.isEmpty()) {
                return notThere(id);
            }
            Cohort cohort = reading.find(
                            AggregateKind.COHORT, survey.orElseThrow().cohort())
                    .orElseThrow();
            if (!cohort.hasMet()) {
                return Decision.refuse(new CohortRefusal.WrongPhase(cohort.id(), cohort.phase(), Cohort.Phase.RUNNING));
            }
            // Surveys are read in the work itself: of two that are shown at once, the later must know of the earlier.
            ImmutableList<PulseSurvey> others = work.children(AggregateKind.PULSE, cohort.id()).stream()
                    .filter(s -> !s.id().equals(id))
                    .collect(ImmutableList.toImmutableList());
            return survey.orElseThrow()
                    .show(others, respondents(reading, cohort), thresholds, work.now())
                    .map(shown -> {
                        work.replace(AggregateKind.PULSE, id, shown);
                        return PulseView.of(shown, work.now(), ImmutableMap.of());
                    });
        });
    }

    /** Returns the surveys of a cohort, earliest first. For coordinators and those who were ever enrolled. */
    public ImmutableList<PulseView> list(CohortId cohort) {
        Work work = backstage.look();
        boolean mayKnow = actor.isCoordinator()
                || work.find(AggregateKind.COHORT, cohort)
                        .flatMap(c -> c.enrollment(actor.person()))
                        .isPresent();
        if (!mayKnow) {
            return ImmutableList.of();
        }
        Optional<PulseDiary> diary = ownDiaries(work, cohort).stream().reduce(PulseDiary::and);
        World world = Worlds.ofAnswers(work, cohort);
        return work.children(AggregateKind.PULSE, cohort).stream()
                .sorted(Comparator.comparing(PulseSurvey::opensAt).thenComparing(PulseSurvey::id))
                .map(s -> PulseView.of(s, work.now(), own(diary, s, world)))
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableMap<String, Integer> own(Optional<PulseDiary> diary, PulseSurvey survey, World world) {
        Viewer subject = Backstage.subject(actor);
        return diary.flatMap(d -> Optional.ofNullable(d.answers().get(survey.id())))
                .flatMap(a -> Disclosure.open(a.byItem(), subject, world))
                .orElse(ImmutableMap.of());
    }

    /** Those who consented and sit or sat in a group, once each, by diaries that name nobody. */
    private static ImmutableList<Respondent> respondents(Work work, Cohort cohort) {
        Viewer engine = Custody.engine(Purpose.REPORT);
        World world = Worlds.ofAnswers(work, cohort.id());
        Map<PersonId, PulseDiary> diaries = new LinkedHashMap<>();
        work.children(AggregateKind.PULSE_DIARY, cohort.id())
                .forEach(d -> diaries.merge(d.owner(), d, PulseDiary::and));
        ImmutableList.Builder<Respondent> all = ImmutableList.builder();
        for (PulseDiary diary : diaries.values()) {
            Optional<GroupId> group = cohort.enrollment(diary.owner(), work.now())
                    .filter(e -> e.status() == Enrollment.Status.SEATED)
                    .flatMap(Enrollment::group)
                    .or(diary::lastGroup);
            if (diary.consents() && group.isPresent()) {
                ImmutableMap.Builder<PulseId, ImmutableMap<String, Integer>> opened = ImmutableMap.builder();
                diary.answers()
                        .forEach((survey, answers) -> Disclosure.open(answers.byItem(), engine, world)
                                .ifPresent(byItem -> opened.put(survey, byItem)));
                all.add(new Respondent(diary.id(), group.orElseThrow(), opened.buildOrThrow()));
            }
        }
        return all.build();
    }

    /** Looked up by themselves, so that answering depends on nobody else's diary; usually one, or none yet. */
    private ImmutableList<PulseDiary> ownDiaries(Work work, CohortId cohort) {
        return actor.isCoordinator()
                ? ImmutableList.of()
                : work.children(AggregateKind.PULSE_DIARY, cohort).stream()
                        .filter(d -> d.owner().equals(actor.person()))
                        .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<PieceId> ids(ImmutableList<PulseDiary> diaries) {
        return diaries.stream().map(PulseDiary::id).collect(ImmutableList.toImmutableList());
    }

    /** The diaries as one, of which the first is to be kept and the others are deleted. */
    private static Optional<PulseDiary> united(Work work, ImmutableList<PieceId> ids) {
        ImmutableList<PulseDiary> found = ids.stream()
                .flatMap(id -> work.find(AggregateKind.PULSE_DIARY, id).stream())
                .collect(ImmutableList.toImmutableList());
        found.stream().skip(1).forEach(d -> work.delete(AggregateKind.PULSE_DIARY, d.id()));
        return found.stream().reduce(PulseDiary::and);
    }

    private Optional<Enrollment> enrollment(Work work, CohortId cohort) {
        return actor.isCoordinator()
                ? Optional.empty()
                : work.find(AggregateKind.COHORT, cohort)
                        .flatMap(c -> c.enrollment(actor.person(), work.now()))
                        .filter(e -> e.status() != Enrollment.Status.WITHDRAWN);
    }

    private static <T> Decision<T> noCohort(CohortId cohort) {
        return Decision.refuse(new OfficeRefusal.NotThere("cohort", cohort.value()));
    }

    private static <T> Decision<T> notThere(PulseId id) {
        return Decision.refuse(new OfficeRefusal.NotThere("survey", id.value()));
    }
}
