package org.peercircle.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peercircle.cohort.Applicant;
import org.peercircle.cohort.Cohort;
import org.peercircle.cohort.Eligibility;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.cohort.SizeWatch;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.confidentiality.Tag;
import org.peercircle.confidentiality.custody.Custody;
import org.peercircle.decision.Decision;
import org.peercircle.group.CharterSettings;
import org.peercircle.group.CharterTerms;
import org.peercircle.group.CharterWords;
import org.peercircle.group.CommunitySpace;
import org.peercircle.group.ConsentRule;
import org.peercircle.group.ConsentRules;
import org.peercircle.group.Departure;
import org.peercircle.group.DisclosureException;
import org.peercircle.group.Motion;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PieceId;
import org.peercircle.id.ProgramId;
import org.peercircle.id.ProposalId;
import org.peercircle.id.StepId;
import org.peercircle.id.TopicId;
import org.peercircle.meeting.Agenda;
import org.peercircle.meeting.Attendance;
import org.peercircle.meeting.AttendanceRule;
import org.peercircle.meeting.Cadence;
import org.peercircle.meeting.KindOfHelp;
import org.peercircle.meeting.Meeting;
import org.peercircle.meeting.MeetingFormat;
import org.peercircle.meeting.MeetingTime;
import org.peercircle.meeting.Minutes;
import org.peercircle.meeting.MissWeights;
import org.peercircle.meeting.Note;
import org.peercircle.meeting.Quorum;
import org.peercircle.meeting.Topic;
import org.peercircle.meeting.TopicResource;
import org.peercircle.meeting.Urgency;
import org.peercircle.moderation.Arrangement;
import org.peercircle.moderation.Away;
import org.peercircle.moderation.MeetingRole;
import org.peercircle.moderation.ModerationRule;
import org.peercircle.moderation.Served;
import org.peercircle.moderation.Swap;
import org.peercircle.office.port.AggregateKey;
import org.peercircle.office.port.AggregateKind;
import org.peercircle.office.port.ProgramCommit;
import org.peercircle.office.port.StaleVersionException;
import org.peercircle.office.port.StoreUnavailableException;
import org.peercircle.office.port.Write;
import org.peercircle.people.Affiliation;
import org.peercircle.people.AttributeValue;
import org.peercircle.people.Availability;
import org.peercircle.people.CareerStage;
import org.peercircle.people.DateSpan;
import org.peercircle.people.Declarations;
import org.peercircle.people.IdentityUse;
import org.peercircle.people.Participant;
import org.peercircle.people.PowerRelation;
import org.peercircle.people.ReportingDuty;
import org.peercircle.people.SpecialDays;
import org.peercircle.people.WeeklyWindow;
import org.peercircle.persistence.memory.InMemoryKeyVault;
import org.peercircle.persistence.memory.InMemoryRecordStore;
import org.peercircle.persistence.spi.Commit;
import org.peercircle.persistence.spi.CommitOutcome;
import org.peercircle.persistence.spi.DestroyedKey;
import org.peercircle.persistence.spi.FeedEntry;
import org.peercircle.persistence.spi.IndexEntry;
import org.peercircle.persistence.spi.IndexQuery;
import org.peercircle.persistence.spi.KeyRef;
import org.peercircle.persistence.spi.KeyVault;
import org.peercircle.persistence.spi.OutcomeUnknown;
import org.peercircle.persistence.spi.Page;
import org.peercircle.persistence.spi.PageRequest;
import org.peercircle.persistence.spi.Payload;
import org.peercircle.persistence.spi.RecordContent;
import org.peercircle.persistence.spi.RecordKey;
import org.peercircle.persistence.spi.RecordOp;
import org.peercircle.persistence.spi.RecordStore;
import org.peercircle.persistence.spi.StoreDescriptor;
import org.peercircle.persistence.spi.StoreUnavailable;
import org.peercircle.persistence.spi.StoredRecord;
import org.peercircle.persistence.spi.TenantId;
import org.peercircle.persistence.spi.WrappedKey;
import org.peercircle.plan.ActionPlan;

class RecordRepositoryTest {

    private static final ProgramId PROGRAM = Records.PROGRAM;
    private static final PersonId ADA = Records.ADA;
    private static final PersonId BEN = Records.BEN;
    private static final GroupId GROUP = Records.GROUP;
    private static final Instant NOW = Records.NOW;
    private static final LocalDate DAY = Records.DAY;
    private static final Tag TAG = Records.TAG;

    private final Records records = new Records();
    private final InMemoryRecordStore store = records.store;
    private final RecordRepository repository = records.repository;

    private Confidential<String> text(String text) {
        return records.text(text);
    }

    private <A> void create(AggregateKind<A> kind, Object id, A value) {
        records.create(kind, id, value);
    }

    private ProgramCommit commit(Write... writes) {
        return records.commit(writes);
    }

    private <A> A read(AggregateKind<A> kind, Object id) {
        return records.read(kind, id);
    }

    Participant participant() {
        return Participant.builder()
                .id(ADA)
                .name("canary name")
                .stage(CareerStage.POSTDOC)
                .addAffiliations(
                        Affiliation.department("D"),
                        new Affiliation(Affiliation.Kind.LAB, "L", DateSpan.between(DAY, DAY.plusDays(9))))
                .addPowers(PowerRelation.supervisedBy(BEN))
                .putAttributes("one", AttributeValue.of("x"))
                .putAttributes("many", AttributeValue.of(List.of("x", "y")))
                .putAttributes("amount", AttributeValue.of(1.5))
                .putAttributes("level", AttributeValue.level("B2", List.of("B1", "B2")))
                .reportingDuty(ReportingDuty.MANDATORY)
                .availability(Availability.of(
                                ZoneId.of("Europe/Berlin"),
                                List.of(new WeeklyWindow(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(10, 30))))
                        .except(SpecialDays.away(DAY, DAY.plusDays(7)))
                        .except(SpecialDays.instead(
                                DAY.plusDays(9),
                                DAY.plusDays(10),
                                List.of(new WeeklyWindow(DayOfWeek.FRIDAY, LocalTime.of(22, 0), LocalTime.MIDNIGHT)))))
                .declarations(Custody.file(
                        Confidential.draftOf(Declarations.NONE
                                .declaring("gender", Set.of("canary woman"), Set.of(IdentityUse.FORMATION))
                                .fineAloneOn("gender")
                                .keptApartFrom(BEN)),
                        PieceId.of("d"),
                        Participant.declarationsTag(ADA),
                        NOW))
                .build();
    }

    private ActionPlan plan() {
        return records.plan();
    }

    Meeting meeting() {
        return Meeting.builder()
                .id(MeetingId.of("m"))
                .program(PROGRAM)
                .group(GROUP)
                .on(DAY)
                .time(new MeetingTime(LocalTime.NOON, Duration.ofMinutes(90), ZoneId.of("Europe/Berlin")))
                .format(MeetingFormat.FOCUSED_DISCUSSION)
                .state(Meeting.State.SCHEDULED)
                .addTopics(new Topic(
                        TopicId.of("t"),
                        ADA,
                        text("topic"),
                        KindOfHelp.JUST_LISTEN,
                        Duration.ofMinutes(20),
                        Urgency.URGENT))
                .build()
                .move(
                        DAY.plusDays(1),
                        new MeetingTime(LocalTime.of(9, 0), Duration.ofMinutes(60), ZoneId.of("UTC")),
                        BEN,
                        at(1))
                .then(m -> m.follow(agenda()))
                .then(m -> m.note(new Note(BEN, at(2), text("note"))))
                .then(m -> m.hold(
                        new Minutes(
                                ImmutableMap.of(
                                        MeetingRole.MODERATOR,
                                        Served.standingInFor(BEN, ADA),
                                        MeetingRole.HOST,
                                        Served.exchanged(ADA, BEN)),
                                ImmutableMap.of(
                                        ADA,
                                        Attendance.late(Duration.ofMinutes(12)).remotely(),
                                        BEN,
                                        Attendance.EXCUSED),
                                ImmutableSet.of(TopicId.of("t")),
                                ImmutableList.of(Duration.ofMinutes(3))),
                        List.of(),
                        ADA,
                        at(3)))
                .then(m -> m.correct(
                        Minutes.moderatedBy(ADA, ImmutableMap.of(ADA, Attendance.PRESENT, BEN, Attendance.LEFT_EARLY)),
                        BEN,
                        at(4)))
                .then(m -> m.conclude(TopicId.of("t"), Topic.Outcome.ADVICE_TAKEN, ImmutableSet.of(BEN), ADA, at(5)))
                .then(m -> m.attach(new TopicResource(TopicId.of("t"), BEN, at(6), text("cimer"))))
                .map(m -> Meeting.builder().from(m).exercise("ideal-day").build())
                .orElseThrow();
    }

    private static Agenda agenda() {
        return new Agenda(
                ImmutableList.of(new Agenda.Item(
                        Agenda.Kind.CHECK_IN,
                        Duration.ofMinutes(2),
                        Optional.of(ADA),
                        Optional.of(StepId.of("s")),
                        Optional.of(TopicId.of("t")))),
                ImmutableList.of(TopicId.of("t")));
    }

    private static Confidential<CharterWords> words(String id) {
        return Custody.file(
                Confidential.draftOf(
                        new CharterWords("canary mission", "canary focus", ImmutableList.of("canary rule"))),
                PieceId.of(id),
                TAG,
                NOW);
    }

    private static CharterSettings settings(Cadence cadence, ConsentRule rule, AttendanceRule attendance) {
        return CharterSettings.builder()
                .from(CharterTerms.peerProblemSolving(
                                cadence,
                                new MeetingTime(LocalTime.NOON, Duration.ofMinutes(90), ZoneId.of("Europe/Berlin")))
                        .settings())
                .attendance(attendance)
                .probation(Period.ofDays(30))
                .quorum(new Quorum(66, 3))
                .openCommitments(7)
                .moderation(
                        attendance instanceof AttendanceRule.Running
                                ? ModerationRule.singleUntil(ADA, at(77))
                                : ModerationRule.rotating()
                                        .afterGrace(2)
                                        .inTermsOf(3)
                                        .withOnceBeforeTwice()
                                        .startingWith(BEN)
                                        .sharing(MeetingRole.PLANNER, MeetingRole.HOST))
                .addExceptions(new DisclosureException(
                        DisclosureException.Case.COURT_ORDER, DisclosureException.Condition.ALWAYS))
                .consent(new ConsentRules(rule, rule, ConsentRule.majority(50), ConsentRule.moderator()))
                .build();
    }

    private static Instant at(int seconds) {
        return NOW.plusSeconds(seconds);
    }

    private static Decision<PeerGroup> propose(PeerGroup group, Motion motion, int at) {
        return group.propose(
                ProposalId.of("p" + at), motion, ADA, Optional.of(BEN), ImmutableSet.of(), at(at + 999_999), at(at));
    }

    /** A group to which everything happened that can happen to one. */
    PeerGroup group(Cadence cadence) {
        CharterSettings settings = settings(
                cadence,
                ConsentRule.unanimity(),
                AttendanceRule.atLeast(75)
                        .ofLast(6)
                        .and(new AttendanceRule.PerYear(3))
                        .counting(new MissWeights(1, 2, 3, 4))
                        .forgiving(Duration.ofMinutes(10))
                        .outside(Month.DECEMBER));
        Motion amend =
                new Motion.Amend(words("w2"), settings(cadence, ConsentRule.noVeto(3), new AttendanceRule.Running(4)));
        PeerGroup group = PeerGroup.found(
                        GROUP, PROGRAM, CohortId.of("c"), "Aurora", new GroupSizing(2, 3, 5), List.of(ADA, BEN), NOW)
                .adopt(words("w"), settings, ImmutableSet.of(), NOW)
                .then(g -> g.acknowledge(ADA, at(1)))
                .then(g -> g.invite(PersonId.of("eve"), ReportingDuty.NONE, Optional.of(ADA), at(500), at(2)))
                .then(g -> g.vote(PersonId.of("eve"), ADA, true, at(3)))
                .then(g -> g.accept(PersonId.of("eve"), ReportingDuty.NONE, at(4)))
                .then(g -> g.vote(PersonId.of("eve"), BEN, true, at(5)))
                .then(g -> g.invite(PersonId.of("dan"), ReportingDuty.NONE, Optional.empty(), at(500), at(6)))
                .then(g -> g.goOnLeave(ADA, at(7), Optional.of(at(8)), Optional.of(text("leave")), at(7)))
                .then(g -> g.goOnLeave(ADA, at(9), Optional.empty(), Optional.empty(), at(8)))
                .then(g -> g.comeBack(ADA, at(10)))
                .then(g -> g.startAnew(ADA, at(11)))
                .then(g -> g.openSpace(CommunitySpace.Kind.SLACK_CHANNEL, "#aurora", at(12)))
                .then(g -> g.applied(g.spaceChanges(at(12))))
                .then(g -> g.arrange(
                        new Arrangement.OptOut(ADA, Away.fromEverything(at(12), Optional.of(at(13)))), at(12)))
                .then(g -> g.arrange(
                        new Arrangement.OptOut(
                                BEN, new Away(ImmutableSet.of(MeetingRole.HOST), at(12), Optional.empty())),
                        at(12)))
                .then(g -> g.arrange(new Arrangement.Skip(ADA, MeetingId.of("m"), MeetingRole.MODERATOR), at(12)))
                .then(g -> g.arrange(
                        new Arrangement.OfferSwap(new Swap(
                                MeetingRole.TIMEKEEPER,
                                new Swap.Part(ADA, 0, MeetingId.of("m")),
                                new Swap.Part(BEN, 2, MeetingId.of("n")),
                                Swap.State.OFFERED,
                                at(12))),
                        at(12)))
                .then(g -> propose(g, amend, 13))
                .then(g -> g.vote(ProposalId.of("p13"), ADA, true, at(14)))
                .then(g -> g.vote(ProposalId.of("p13"), BEN, true, at(15)))
                .then(g -> propose(g, new Motion.ContinueAsIs(), 16))
                .then(g -> g.vote(ProposalId.of("p16"), ADA, true, at(17)))
                .then(g -> g.vote(ProposalId.of("p16"), BEN, true, at(18)))
                .then(g -> propose(g, new Motion.Recontract(DAY), 19))
                .then(g -> g.vote(ProposalId.of("p19"), BEN, true, at(20)))
                .then(g -> propose(g, new Motion.Remove(BEN, true), 21))
                .then(g -> propose(g, new Motion.Remove(BEN, false), 22))
                .then(g -> propose(g, new Motion.BecomeAlumniCircle(), 23))
                .then(g -> g.depart(
                        BEN,
                        new Departure(at(99), Departure.Kind.LEFT, true, true, Optional.of(text("leaving"))),
                        at(24)))
                .then(g -> propose(g, new Motion.Disband(), 25))
                .orElseThrow();
        return PeerGroup.builder().from(group).endedAt(at(26)).build();
    }

    Cohort cohort() {
        return Cohort.plan(
                        CohortId.of("c"),
                        PROGRAM,
                        "Spring",
                        new Eligibility.AllOf(ImmutableList.of(
                                Eligibility.stage(CareerStage.POSTDOC),
                                new Eligibility.AnyOf(ImmutableList.of(
                                        new Eligibility.Open(),
                                        new Eligibility.AttributeIn("a", ImmutableSet.of("b")),
                                        new Eligibility.AmountBetween("amount", 1, 2.5),
                                        new Eligibility.LevelAtLeast("level", "B1"),
                                        new Eligibility.UnitIn(Affiliation.Kind.LAB, ImmutableSet.of("L")),
                                        Eligibility.declared("gender", "woman"),
                                        Eligibility.not(new Eligibility.Open(), "Nobody."))))),
                        GroupSizing.DYAD)
                .open()
                .then(c -> c.enroll(Applicant.of(participant(), DAY), NOW))
                .then(Cohort::startForming)
                .then(c -> c.run(ImmutableMap.of(ADA, GROUP)))
                .then(c -> c.enroll(Applicant.of(other("eve"), DAY), NOW))
                .then(c -> c.enroll(Applicant.of(other("dan"), DAY), NOW))
                .then(c -> c.invite(PersonId.of("eve"), GROUP, at(99), NOW))
                .then(c -> c.vacate(ADA, at(99), NOW))
                .map(c -> Cohort.builder().from(c).watch(new SizeWatch(7)).build())
                .orElseThrow();
    }

    private Participant other(String id) {
        return Participant.builder()
                .from(participant())
                .id(PersonId.of(id))
                .declarations(Optional.empty())
                .build();
    }

    @Test
    void every_aggregate_comes_back_as_it_was() {
        create(AggregateKind.PARTICIPANT, ADA, participant());
        create(AggregateKind.PLAN, "plan", plan());
        create(AggregateKind.MEETING, "m", meeting());
        int groupPieces = records.pieces;
        create(AggregateKind.GROUP, GROUP, group(Cadence.monthly(-1, DayOfWeek.FRIDAY)));
        create(AggregateKind.COHORT, "c", cohort());
        records.pieces = 0;
        assertThat(read(AggregateKind.PARTICIPANT, ADA)).isEqualTo(participant());
        assertThat(Custody.unwrap(read(AggregateKind.PARTICIPANT, ADA)
                                .declarations()
                                .orElseThrow())
                        .conflicts())
                .containsExactly(BEN);
        assertThat(read(AggregateKind.PLAN, "plan")).isEqualTo(plan());
        ActionPlan stored = read(AggregateKind.PLAN, "plan");
        assertThat(Custody.unwrap(
                        stored.revisions().get(1).correction().orElseThrow().reason()))
                .isEqualTo("canary reason");
        assertThat(read(AggregateKind.MEETING, "m")).isEqualTo(meeting());
        records.pieces = 0;
        Meeting held = read(AggregateKind.MEETING, "m");
        assertThat(Custody.unwrap(held.topics().get(0).title())).isEqualTo("canary topic");
        assertThat(read(AggregateKind.COHORT, "c")).isEqualTo(cohort());
        PeerGroup group = read(AggregateKind.GROUP, GROUP);
        records.pieces = groupPieces;
        assertThat(group).isEqualTo(group(Cadence.monthly(-1, DayOfWeek.FRIDAY)));
        assertThat(Custody.unwrap(group.charters().get(1).words()))
                .isEqualTo(new CharterWords("canary mission", "canary focus", ImmutableList.of("canary rule")));
        assertThat(Custody.unwrap(group.memberships()
                        .get(1)
                        .departure()
                        .orElseThrow()
                        .reason()
                        .orElseThrow()))
                .isEqualTo("canary leaving");
        assertThat(Custody.unwrap(
                        group.memberships().get(0).leaves().get(0).reason().orElseThrow()))
                .isEqualTo("canary leave");
        assertThat(group(Cadence.everyWeeks(2, DAY)).charter()).isPresent();
    }

    @Test
    void children_are_found_by_their_parent() {
        create(AggregateKind.PLAN, "plan", plan());
        create(AggregateKind.GROUP, GROUP, group(Cadence.everyWeeks(2, DAY)));
        create(AggregateKind.COHORT, "c", cohort());
        create(AggregateKind.PARTICIPANT, ADA, participant());
        assertThat(repository.children(PROGRAM, AggregateKind.PLAN, "g")).hasSize(1);
        assertThat(repository.children(PROGRAM, AggregateKind.PLAN, "other")).isEmpty();
        assertThat(repository.children(PROGRAM, AggregateKind.GROUP, "c")).hasSize(1);
        assertThat(repository.children(PROGRAM, AggregateKind.COHORT, "p")).hasSize(1);
        assertThat(repository.children(PROGRAM, AggregateKind.PARTICIPANT, "p")).hasSize(1);
    }

    /** A vault that counts how often it is asked for each key, as one far away would bill it. */
    private static final class CountingVault implements KeyVault {
        private final KeyVault vault = new InMemoryKeyVault();
        private final Multiset<KeyRef> fetched = HashMultiset.create();

        @Override
        public Optional<WrappedKey> fetch(KeyRef ref) {
            fetched.add(ref);
            return vault.fetch(ref);
        }

        @Override
        public WrappedKey putIfAbsent(WrappedKey key) {
            return vault.putIfAbsent(key);
        }

        @Override
        public void destroy(KeyRef ref, String reason) {
            vault.destroy(ref, reason);
        }

        @Override
        public boolean isDestroyed(KeyRef ref) {
            return vault.isDestroyed(ref);
        }

        @Override
        public Page<DestroyedKey> destroyed(PageRequest page) {
            return vault.destroyed(page);
        }
    }

    @Test
    void what_is_known_asks_the_vault_once_a_call_for_each_key() {
        CountingVault vault = new CountingVault();
        RecordRepository over = RecordRepository.over(store, Sealing.forThisProcess(vault));
        for (String id : List.of("one", "two", "three")) {
            AggregateKey<ActionPlan> key = AggregateKey.of(AggregateKind.PLAN, id);
            over.commit(commit(new Write.Create(key, plan())));
        }
        over.children(PROGRAM, AggregateKind.PLAN, "g");
        vault.fetched.clear();
        assertThat(over.children(PROGRAM, AggregateKind.PLAN, "g")).hasSize(3);
        assertThat(vault.fetched.elementSet()).isNotEmpty();
        assertThat(vault.fetched.entrySet()).allMatch(asked -> asked.getCount() == 1);
    }

    @Test
    void J8_the_store_in_memory_keeps_ciphertext_as_any_adapter_does() {
        create(AggregateKind.PLAN, "plan", plan());

        assertThat(records.dump(new RecordKey("plan", "plan"))).isNotEmpty().doesNotContain("canary");
    }

    @Test
    void L25_nothing_that_was_said_or_who_owns_it_is_in_the_store() {
        create(AggregateKind.PLAN, "plan", plan());
        create(AggregateKind.MEETING, "m", meeting());
        create(AggregateKind.PARTICIPANT, ADA, participant());
        TenantId tenant = new TenantId("p");
        assertThat(records.dump(
                        new RecordKey("plan", "plan"),
                        new RecordKey("meeting", "m"),
                        new RecordKey("participant", "ada")))
                .doesNotContain("canary")
                .doesNotContain("woman");
        StoredRecord plan =
                store.read(tenant, Set.of(new RecordKey("plan", "plan"))).get(0);
        assertThat(plan.content().index().toString()).doesNotContain("value=g").doesNotContainPattern("\\bada\\b");
    }

    @Test
    void L26_a_record_copied_to_another_place_does_not_open() {
        create(AggregateKind.PLAN, "plan", plan());
        TenantId tenant = new TenantId("p");
        RecordContent content =
                store.read(tenant, Set.of(new RecordKey("plan", "plan"))).get(0).content();
        store.commit(new Commit(
                tenant, "move", "f", List.of(new RecordOp.Create(new RecordKey("plan", "copy"), content)), List.of()));
        assertThatExceptionOfType(SealedContentException.class)
                .isThrownBy(() -> read(AggregateKind.PLAN, "copy"))
                .withMessageContaining("p/plan/copy")
                .withMessageNotContaining("canary");
    }

    @Test
    void a_form_that_is_not_known_is_not_read() {
        TenantId tenant = new TenantId("p");
        RecordContent newer = new RecordContent(List.of(), "plan;2;sealed-json", Payload.of(new byte[3]));
        store.commit(new Commit(
                tenant, "n", "f", List.of(new RecordOp.Create(new RecordKey("plan", "new"), newer)), List.of()));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> read(AggregateKind.PLAN, "new"))
                .withMessageContaining("plan;2;sealed-json");
    }

    @Test
    void a_stale_version_is_named_and_a_check_binds() {
        create(AggregateKind.COHORT, "c", cohort());
        AggregateKey<Cohort> key = AggregateKey.of(AggregateKind.COHORT, "c");
        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> repository.commit(commit(new Write.Replace(key, cohort(), 7))))
                .satisfies(e -> assertThat(e.keys()).containsExactly(key));
        assertThatExceptionOfType(StaleVersionException.class)
                .isThrownBy(() -> repository.commit(commit(new Write.Check(key, 2))));
        repository.commit(commit(new Write.Replace(key, cohort(), 1)));
        assertThat(repository.read(PROGRAM, Set.of(key)).get(key)).matches(s -> s.version() == 2);
    }

    @Test
    void a_draft_is_never_stored() {
        Meeting withDraft = Meeting.builder()
                .from(meeting())
                .topics(List.of(new Topic(
                        TopicId.of("t"),
                        ADA,
                        Confidential.draft("canary"),
                        KindOfHelp.ADVICE,
                        Duration.ofMinutes(20),
                        Urgency.NORMAL)))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(AggregateKind.MEETING, "m", withDraft))
                .withMessageNotContaining("canary");
    }

    /** A store whose commits fail in a given way a few times, before or after they are applied. */
    private static final class Failing implements RecordStore {
        private final RecordStore right;
        private final List<RuntimeException> failures;
        private final boolean afterwards;
        private final int level;

        Failing(RecordStore right, boolean afterwards, int level, RuntimeException... failures) {
            this.right = right;
            this.afterwards = afterwards;
            this.level = level;
            this.failures = new ArrayList<>(List.of(failures));
        }

        @Override
        public StoreDescriptor describe() {
            return new StoreDescriptor(level, "failing", 64, 1 << 20, Set.of(), "");
        }

        @Override
        public List<StoredRecord> read(TenantId tenant, Set<RecordKey> keys) {
            throw new StoreUnavailable("down", new IllegalStateException());
        }

        @Override
        public CommitOutcome commit(Commit commit) {
            if (failures.isEmpty()) {
                return right.commit(commit);
            }
            if (afterwards) {
                right.commit(commit);
            }
            throw failures.remove(0);
        }

        @Override
        public Page<StoredRecord> find(TenantId tenant, IndexQuery query, PageRequest page) {
            return right.find(tenant, query, page);
        }

        @Override
        public List<FeedEntry> feed(TenantId tenant, long after, int limit) {
            return right.feed(tenant, after, limit);
        }
    }

    private static RecordRepository over(RecordStore failing) {
        return RecordRepository.over(failing, Sealing.forThisProcess(new InMemoryKeyVault()));
    }

    @Test
    void L21_an_unknown_outcome_is_settled_by_submitting_again() {
        OutcomeUnknown lost = new OutcomeUnknown("lost", new IllegalStateException());
        over(new Failing(store, true, 1, lost, lost))
                .commit(commit(new Write.Create(AggregateKey.of(AggregateKind.COHORT, "c"), cohort())));
        assertThat(store.feed(new TenantId("p"), 0, 10)).hasSize(1);
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> over(new Failing(store, false, 1, lost, lost, lost))
                        .commit(commit(new Write.Create(AggregateKey.of(AggregateKind.COHORT, "d"), cohort()))));
    }

    @Test
    void a_store_that_is_down_is_said_so_and_one_from_the_future_refused() {
        StoreUnavailable down = new StoreUnavailable("down", new IllegalStateException());
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> over(new Failing(store, false, 1, down))
                        .commit(commit(new Write.Create(AggregateKey.of(AggregateKind.COHORT, "c"), cohort()))))
                .withMessageContaining("nothing was written");
        assertThatExceptionOfType(StoreUnavailableException.class)
                .isThrownBy(() -> over(new Failing(store, false, 1))
                        .read(PROGRAM, Set.of(AggregateKey.of(AggregateKind.COHORT, "c"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> over(new Failing(store, false, 2)))
                .withMessageContaining("store level must be between 1 and 1, but was 2");
    }

    @Test
    void an_id_that_repeats_itself_is_a_fault() {
        create(AggregateKind.COHORT, "c", cohort());
        records.commits--;
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> create(AggregateKind.COHORT, "d", cohort()))
                .withMessageContaining("used for another commit");
    }

    @Test
    void spi_texts_are_held_to_their_limits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TenantId("a/b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecordKey("k", "ä"));
        assertThatIllegalArgumentException().isThrownBy(() -> new IndexEntry.Text("t", "ä".repeat(101)));
        assertThatIllegalArgumentException().isThrownBy(() -> PageRequest.first(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CommitOutcome.Conflict(Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new StoreDescriptor(1, "x", 63, 1 << 20, Set.of(), ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndexQuery("k", new IndexEntry.Whole("n", 2), new IndexEntry.Whole("n", 1)));
        RecordOp op = new RecordOp.Check(new RecordKey("k", "a"), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Commit(new TenantId("t"), "c", "f", List.of(op, op), List.of()));
    }
}
