package org.peercircle.persistence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.peercircle.audit.LegalMatter;
import org.peercircle.audit.LegalOrder;
import org.peercircle.confidentiality.Atom;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Obligation;
import org.peercircle.confidentiality.Owner;
import org.peercircle.confidentiality.Policy;
import org.peercircle.confidentiality.Purpose;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.decision.DomainEvent;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.IfThenId;
import org.peercircle.id.LegalMatterId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.ObstacleId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.PlanId;
import org.peercircle.id.ProgramId;
import org.peercircle.id.RehearsalId;
import org.peercircle.id.StepId;
import org.peercircle.id.TopicId;
import org.peercircle.office.port.AggregateKey;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.office.port.ProgramCommit;
import org.peercircle.office.port.Stored;
import org.peercircle.office.port.Write;
import org.peercircle.persistence.memory.InMemoryKeyVault;
import org.peercircle.persistence.memory.InMemoryRecordStore;
import org.peercircle.persistence.spi.FeedEntry;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.StoredRecord;
import org.peercircle.persistence.spi.TenantId;
import org.peercircle.plan.ActionPlan;
import org.peercircle.plan.CheckIn;
import org.peercircle.plan.ConsideredOption;
import org.peercircle.plan.Correction;
import org.peercircle.plan.CourseChange;
import org.peercircle.plan.Goal;
import org.peercircle.plan.IfThen;
import org.peercircle.plan.NextStep;
import org.peercircle.plan.Obstacle;
import org.peercircle.plan.PlanContent;
import org.peercircle.plan.PlanOrigin;
import org.peercircle.plan.Report;
import org.peercircle.plan.StepFate;

/** A repository over an in-memory store, and aggregates to which everything happened that can. */
final class Records {

    static final ProgramId PROGRAM = ProgramId.of("p");
    static final PersonId ADA = PersonId.of("ada");
    static final PersonId BEN = PersonId.of("ben");
    static final GroupId GROUP = GroupId.of("g");
    static final Instant NOW = Instant.parse("2027-03-18T11:00:00Z");
    static final LocalDate DAY = LocalDate.of(2027, 3, 18);
    static final Tag TAG = new Tag(
            ImmutableSet.of(Policy.of(
                            Owner.of(ADA),
                            new Atom.Named(BEN),
                            new Atom.NamedDespite(PersonId.of("pi")),
                            new Atom.MembersAsOf(GROUP, NOW),
                            new Atom.Present(MeetingId.of("m"), GroupId.of("h"), NOW),
                            new Atom.Cohort(CohortId.of("c")),
                            new Atom.Office(PROGRAM))
                    .concerning(List.of(PersonId.of("boss")))),
            Purpose.CONTENT,
            ImmutableSet.of(Obligation.NO_ATTRIBUTION));

    final InMemoryRecordStore store = new InMemoryRecordStore();
    final Sealing sealing = Sealing.forThisProcess(new InMemoryKeyVault());
    final RecordRepository repository = anotherRepository();

    /** How many pieces were made; set back, the same are made again. */
    int pieces;

    /** How many commits were made; set back, an id is used twice. */
    int commits;

    Confidential<String> text(String text) {
        return filed("canary " + text, TAG);
    }

    <T> Confidential<T> filed(T value, Tag tag) {
        return Custody.file(Confidential.draftOf(value), PieceId.of("x" + ++pieces), tag, NOW);
    }

    <A> void create(AggregateKind<A> kind, Object id, A value) {
        repository.commit(commit(new Write.Create(AggregateKey.of(kind, id), value)));
    }

    ProgramCommit commit(Write... writes) {
        return new ProgramCommit(
                PROGRAM,
                "c" + ++commits,
                ImmutableList.copyOf(writes),
                ImmutableList.of(DomainEvent.of("it-happened", "canary-subject", TAG, ImmutableMap.of("n", 1))));
    }

    /** A repository over the same records, as on another node: it has read nothing yet. */
    RecordRepository anotherRepository() {
        return RecordRepository.over(store, sealing);
    }

    <A> A read(AggregateKind<A> kind, Object id) {
        return read(anotherRepository(), kind, id);
    }

    static <A> A read(RecordRepository repository, AggregateKind<A> kind, Object id) {
        AggregateKey<A> key = AggregateKey.of(kind, id);
        Stored<?> stored = repository.read(PROGRAM, Set.of(key)).get(key);
        return kind.cast(Objects.requireNonNull(stored).value());
    }

    /** All that somebody with the store alone has of these records, and the feed. */
    String dump(RecordKey... keys) {
        StringBuilder dump = new StringBuilder();
        TenantId tenant = new TenantId(PROGRAM.value());
        for (RecordKey key : keys) {
            StoredRecord record = store.read(tenant, Set.of(key)).get(0);
            dump.append(record).append(new String(record.content().payload().toBytes(), StandardCharsets.ISO_8859_1));
        }
        for (FeedEntry entry : store.feed(tenant, 0, 100)) {
            dump.append(entry);
            entry.events().forEach(e -> dump.append(new String(e.toBytes(), StandardCharsets.ISO_8859_1)));
        }
        return dump.toString();
    }

    private NextStep step(String id) {
        return NextStep.builder().id(StepId.of(id)).what(text("step")).build();
    }

    /** A plan that was checked in on, reviewed, reworked, put to rest and taken up again. */
    ActionPlan plan() {
        ObstacleId obstacle = ObstacleId.of("o");
        PlanContent first = PlanContent.builder()
                .goal(new Goal(text("outcome"), Optional.of(text("evidence")), Optional.of(DAY)))
                .addObstacles(new Obstacle(
                        obstacle, text("obstacle"), Obstacle.Nature.OUTER, false, 4, Optional.of(text("way"))))
                .mainObstacle(obstacle)
                .addAnswers(
                        new IfThen(
                                IfThenId.of("a1"), text("cue"), text("then"), new IfThen.Target.OfObstacle(obstacle)),
                        new IfThen(
                                IfThenId.of("a2"),
                                text("cue"),
                                text("then"),
                                new IfThen.Target.OfStep(StepId.of("s1"))))
                .addOptions(new ConsideredOption(text("option"), true))
                .addSteps(
                        NextStep.builder()
                                .from(step("s1"))
                                .due(DAY)
                                .whenAndWhere(text("when"))
                                .answers(obstacle)
                                .partner(BEN)
                                .commitment(9)
                                .rehearsal(RehearsalId.of("r"))
                                .build(),
                        step("s2"),
                        step("s3"))
                .build();
        PlanContent next = PlanContent.builder()
                .from(first)
                .goal(new Goal(text("outcome"), Optional.empty(), Optional.empty()))
                .steps(List.of(step("s4")))
                .build();
        ImmutableMap<StepId, StepFate> fates = ImmutableMap.of(
                StepId.of("s1"), new StepFate.Carried(),
                StepId.of("s2"), new StepFate.Dropped(),
                StepId.of("s3"), new StepFate.ReplacedBy(StepId.of("s4")));
        Report report = Report.builder()
                .result(CheckIn.Result.PARTLY)
                .confidence(7)
                .whatHelped(text("helped"))
                .obstacle(Report.ObstacleMet.ANOTHER)
                .note(text("note"))
                .build();
        ActionPlan.Builder started = ActionPlan.builder()
                .id(PlanId.of("plan"))
                .owner(ADA)
                .group(GROUP)
                .tag(TAG)
                .goalTag(Tag.content(Policy.of(Owner.of(ADA))))
                .origin(new PlanOrigin.OfTopic(MeetingId.of("m"), TopicId.of("t")));
        Confidential<String> reason = text("reason");
        return ActionPlan.draft(started, first, NOW)
                .then(p -> p.activate(NOW))
                .then(p -> p.checkIn(StepId.of("s1"), report, NOW))
                .then(p -> p.review(false, NOW))
                .then(p ->
                        p.correct(new CourseChange.Rework(next, fates), Correction.Trigger.DID_NOT_HELP, reason, NOW))
                .then(p -> p.askPartner(StepId.of("s4"), BEN, NOW))
                .then(p -> p.answerPartner(StepId.of("s4"), BEN, true))
                .then(p -> p.askPartner(StepId.of("s1"), BEN, NOW))
                .then(p -> p.correct(
                        new CourseChange.Pause(Optional.of(DAY)), Correction.Trigger.CIRCUMSTANCES, reason, NOW))
                .then(p -> p.correct(new CourseChange.Resume(), Correction.Trigger.NEW_IDEA, reason, NOW))
                .orElseThrow();
    }

    static LegalMatter matter(String id, boolean isConfirmed) {
        LegalMatter matter = LegalMatter.builder()
                .id(LegalMatterId.of(id))
                .program(PROGRAM)
                .order(new LegalOrder(
                        GROUP,
                        ImmutableSortedSet.of(ADA, BEN),
                        "Court of X, 12/2027",
                        isConfirmed
                                ? new LegalOrder.Demand.HandOut("Court of X", NOW, NOW.plusSeconds(9))
                                : new LegalOrder.Demand.Keep(NOW.plusSeconds(99)),
                        isConfirmed ? Optional.of(NOW.plusSeconds(50)) : Optional.empty()))
                .filedBy(PersonId.of("dana"))
                .filedAt(NOW)
                .build();
        return isConfirmed
                ? matter.confirm(PersonId.of("emil"), NOW.plusSeconds(5)).orElseThrow()
                : matter;
    }
}
