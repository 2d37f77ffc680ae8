package org.peercircle.persistence.tck;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peercircle.audit.LegalOrder;
import org.peercircle.cohort.Eligibility;
import org.peercircle.cohort.GroupSizing;
import org.peercircle.confidentiality.Audience;
import org.peercircle.confidentiality.Confidential;
import org.peercircle.decision.Decision;
import org.peercircle.exercise.Exercises;
import org.peercircle.group.CharterTerms;
import org.peercircle.group.CharterWords;
import org.peercircle.group.Motion;
import org.peercircle.id.CohortId;
import org.peercircle.id.GroupId;
import org.peercircle.id.MeetingId;
import org.peercircle.id.PersonId;
import org.peercircle.id.PlanId;
import org.peercircle.id.ProgramId;
import org.peercircle.id.ProposalId;
import org.peercircle.id.PulseId;
import org.peercircle.id.ReflectionId;
import org.peercircle.id.RehearsalId;
import org.peercircle.id.StepId;
import org.peercircle.id.TopicId;
import org.peercircle.meeting.Attendance;
import org.peercircle.meeting.Cadence;
import org.peercircle.meeting.KindOfHelp;
import org.peercircle.meeting.Meeting;
import org.peercircle.meeting.MeetingTime;
import org.peercircle.meeting.Topic;
import org.peercircle.moderation.MeetingRole;
import org.peercircle.office.Actor;
import org.peercircle.office.CohortTerms;
import org.peercircle.office.CourseDraft;
import org.peercircle.office.DepartureDraft;
import org.peercircle.office.Desk;
import org.peercircle.office.Founding;
import org.peercircle.office.MeetingView;
import org.peercircle.office.MinutesDraft;
import org.peercircle.office.PeerOffice;
import org.peercircle.office.PlanDraft;
import org.peercircle.office.PulseTerms;
import org.peercircle.office.ReadablePiece;
import org.peercircle.office.SafetyDisclosure;
import org.peercircle.office.TopicDraft;
import org.peercircle.office.port.ProgramRepository;
import org.peercircle.people.Affiliation;
import org.peercircle.people.CareerStage;
import org.peercircle.people.Declarations;
import org.peercircle.people.IdentityUse;
import org.peercircle.people.Participant;
import org.peercircle.people.PowerRelation;
import org.peercircle.plan.CheckIn;
import org.peercircle.plan.Correction;
import org.peercircle.plan.Report;
import org.peercircle.pulse.Item;
import org.peercircle.pulse.Moment;
import org.peercircle.pulse.Scales;
import org.peercircle.rehearsal.Brief;
import org.peercircle.rehearsal.Observation;
import org.peercircle.rehearsal.Part;
import org.peercircle.rehearsal.Round;

/**
 * A small program in which a script is played: Aurora (p0 to p5) and Birch (p6 to p11), p12 and p13 waiting, dana in the
 * office, where p0 works too. p11 supervises p5, and p2 has declared a conflict with p4.
 */
final class Stage {

    static final int FOUNDERS = 6;
    static final int NEWCOMER = 12;
    /** Somebody of the other group, to whom members release what they said. */
    private static final int CONFIDANT = 9;

    /** Whose words others pass on; they never look on. */
    private static final int CONFIDING = 1;

    static final PersonId DANA = PersonId.of("dana");
    private static final PersonId ERIK = PersonId.of("erik");
    private static final String KEPT = "what everybody has kept since the beginning";

    private static final LocalDate START = LocalDate.of(2027, 1, 4);
    private static final Period AWHILE = Period.ofDays(14);

    private final PeerOffice office;
    private final CohortId cohort;
    private final ImmutableList<GroupId> groups;
    private final Map<PersonId, List<PlanId>> plans = new LinkedHashMap<>();
    private final Map<PersonId, List<ReflectionId>> reflections = new LinkedHashMap<>();
    private final Map<PersonId, List<RehearsalId>> rehearsals = new LinkedHashMap<>();
    private final Map<PersonId, List<TopicId>> topics = new LinkedHashMap<>();
    private final List<PulseId> pulses = new ArrayList<>();
    private final List<ProposalId> proposals = new ArrayList<>();
    private Instant now = Instant.parse("2026-12-01T09:00:00Z");
    private int step;
    private int within;

    Stage(ProgramRepository repository) {
        // Ids tell which act made them and nothing else, so that one act less does not rename what others make.
        this.office = PeerOffice.of(ProgramId.of("play"), repository, () -> now, () -> "i" + step + "-" + within++);
        Desk coordinator = coordinator();
        for (int i = 0; i < 14; i++) {
            coordinator.people().register(participant(i, i == 5 ? 11 : -1)).orElseThrow();
        }
        cohort = coordinator
                .cohorts()
                .open(new CohortTerms(
                        "Spring", Eligibility.stage(CareerStage.POSTDOC), GroupSizing.PEER_PROBLEM_SOLVING))
                .orElseThrow()
                .id();
        for (int i = 0; i < 12; i++) {
            coordinator.cohorts().enroll(cohort, person(i)).orElseThrow();
        }
        coordinator.cohorts().startForming(cohort).orElseThrow();
        groups = coordinator
                .cohorts()
                .found(cohort, List.of(founding("Aurora", 0), founding("Birch", FOUNDERS)))
                .orElseThrow();
        now = START.atTime(9, 0).toInstant(ZoneOffset.UTC);
        for (int i = 0; i < 12; i++) {
            desk(i).agreements().acknowledge(groups.get(i / FOUNDERS)).orElseThrow();
        }
        coordinator.cohorts().enroll(cohort, person(NEWCOMER)).orElseThrow();
        coordinator.cohorts().enroll(cohort, person(NEWCOMER + 1)).orElseThrow();
        coordinator.meetings().schedule(aurora(), START, 6).orElseThrow();
        MeetingId first = coordinator.meetings().calendar(aurora()).get(0).id();
        for (int i = 0; i < FOUNDERS; i++) {
            desk(i).meetings()
                    .note(aurora(), first, words(KEPT), Audience.JUST_ME)
                    .orElseThrow();
        }
        declare(2, Declarations.NONE.keptApartFrom(person(4)));
    }

    static PersonId person(int i) {
        return PersonId.of("p" + i);
    }

    GroupId aurora() {
        return groups.get(0);
    }

    ImmutableList<GroupId> groups() {
        return groups;
    }

    CohortId cohort() {
        return cohort;
    }

    Instant now() {
        return now;
    }

    PeerOffice office() {
        return office;
    }

    Desk coordinator() {
        return office.as(Actor.coordinator(DANA));
    }

    private Desk desk(int i) {
        return office.as(Actor.participant(person(i)));
    }

    /** Everything anybody ever made, so that a viewer can ask for each by its id. */
    ImmutableList<PlanId> plans() {
        return flat(plans);
    }

    ImmutableList<ReflectionId> reflections() {
        return flat(reflections);
    }

    ImmutableList<RehearsalId> rehearsals() {
        return flat(rehearsals);
    }

    private static <T> ImmutableList<T> flat(Map<PersonId, List<T>> all) {
        return all.values().stream().flatMap(List::stream).collect(ImmutableList.toImmutableList());
    }

    /** Lets time pass; the acts that are left out take as long as those that are not. */
    void wait(int number, Act act) {
        step = number + 1;
        within = 0;
        now = now.plus(Duration.ofHours(act.hours()));
    }

    /** Does one thing, with this in every text, and this in a goal. */
    Decision<?> play(Act act, String text, String goal) {
        return play(act, text, goal, this);
    }

    /**
     * Does one thing.
     *
     * @param ids the world whose ids are asked for: whoever asks by an id may have it from anywhere
     */
    Decision<?> play(Act act, String text, String goal, Stage ids) {
        int who = act.who() == FOUNDERS ? NEWCOMER : act.who();
        PersonId person = person(who);
        Desk desk = desk(who);
        Optional<PlanId> plan = nth(ids.plans, person, act.which());
        return switch (act.kind()) {
            case BRING_TOPIC ->
                kept(
                        topics,
                        person,
                        desk.meetings()
                                .bring(
                                        aurora(),
                                        meeting(act).id(),
                                        TopicDraft.of(text, KindOfHelp.ADVICE, Duration.ofMinutes(5))));
            case TAKE_NOTE -> desk.meetings().note(aurora(), meeting(act).id(), words(text), audience(act));
            case DRAFT_PLAN -> kept(plans, person, desk.plans().draft(aurora(), draft(act, text, goal), audience(act)));
            case ACTIVATE_PLAN -> on(plan, id -> desk.plans().activate(id));
            case CHECK_IN -> on(plan, id -> desk.plans().checkIn(id, step(desk, id), report(act, text)));
            case CORRECT_PLAN ->
                on(
                        plan,
                        id -> desk.plans()
                                .correct(
                                        id,
                                        new CourseDraft.AddStep(PlanDraft.StepDraft.of(text, day(act))),
                                        Correction.Trigger.NEW_IDEA,
                                        words(text)));
            case SHARE_PLAN -> on(plan, id -> desk.plans().share(id, audience(act)));
            case SHARE_GOAL -> on(plan, id -> desk.plans().shareGoal(id, audience(act)));
            case REVIEW_PLAN -> on(plan, id -> desk.plans().review(id, act.how() % 2 == 0));
            case ASK_PARTNER ->
                on(plan, id -> desk.plans().askPartner(id, step(desk, id), person(act.how() % FOUNDERS)));
            case ANSWER_PARTNER ->
                on(
                        nth(ids.plans, person(act.how() % FOUNDERS), act.which()),
                        id -> desk.plans().answerPartner(id, step(desk, id), act.how() % 2 == 0));
            case REFLECT ->
                kept(
                        reflections,
                        person,
                        desk.exercises()
                                .write(
                                        aurora(),
                                        Exercises.LETTER_TO_MYSELF,
                                        List.of(Optional.of(words(text))),
                                        audience(act))
                                .map(r -> r.id()));
            case SHARE_REFLECTION ->
                on(
                        nth(ids.reflections, person, act.which()),
                        id -> desk.exercises().share(id, audience(act)));
            case PREPARE_REHEARSAL ->
                kept(
                        rehearsals,
                        person,
                        desk.rehearsals()
                                .prepare(
                                        aurora(),
                                        act.how() % 2 == 0
                                                ? Optional.of(meeting(act).id())
                                                : Optional.empty(),
                                        Brief.of(text, text))
                                .map(r -> r.id()));
            case PLAY_REHEARSAL ->
                on(
                        nth(ids.rehearsals, person, act.which()),
                        id -> desk.rehearsals().play(id, Round.Kind.PLAYED, cast(who)));
            case OBSERVE_REHEARSAL ->
                on(
                        nth(ids.rehearsals, person(act.how() % FOUNDERS), act.which()),
                        id -> desk.rehearsals().observe(id, 1, new Observation(text, text, text, 1, -1)));
            default -> inGroup(act, person, desk, text, ids);
        };
    }

    private Decision<?> inGroup(Act act, PersonId person, Desk desk, String text, Stage ids) {
        return switch (act.kind()) {
            case PLAN_AGENDA ->
                desk.meetings().planAgenda(aurora(), meeting(act).id(), members());
            case HOLD_MEETING -> hold(act, desk);
            case CONCLUDE_TOPIC -> on(nth(ids.topics, person, act.which()), topic -> conclude(act, desk, topic));
            case GO_ON_LEAVE -> desk.groups().goOnLeave(aurora(), now, Optional.empty(), Optional.of(words(text)));
            case COME_BACK -> desk.groups().comeBack(aurora());
            case DEPART ->
                act.how() < 6
                        ? desk.groups()
                                .depart(aurora(), person, DepartureDraft.now().because(words(text)))
                        : Decision.accept(false);
            case ADMIT_NEWCOMER -> admit(act);
            case DECLARE_IDENTITY ->
                desk.people()
                        .declare(words(desk.people()
                                .declared()
                                .declaring("gender", ImmutableSet.of(text), ImmutableSet.of(IdentityUse.FORMATION))));
            case DECLARE_CONFLICT ->
                desk.people().declare(words(desk.people().declared().keptApartFrom(person(act.how() % FOUNDERS))));
            case GAIN_POWER -> coordinator().people().register(participant(1, 3));
            case OPEN_PULSE -> {
                Decision<PulseId> opened = coordinator()
                        .pulses()
                        .open(
                                cohort,
                                new PulseTerms(
                                        Moment.BEFORE,
                                        ImmutableList.of(Scales.BELONGING),
                                        now.plus(Duration.ofDays(20))))
                        .map(p -> p.id());
                if (opened.isAccepted()) {
                    pulses.add(opened.orElseThrow());
                }
                yield opened;
            }
            case ANSWER_PULSE ->
                on(
                        pulses.stream()
                                .skip(act.which() % Math.max(1, pulses.size()))
                                .findFirst(),
                        id -> desk.pulses().answer(id, answers(text), true));
            case RELEASE -> release(act, person, desk);
            case SAY -> Decision.accept(say(person, text));
            case PASS_ON -> passOn(act, desk);
            case ORDER -> order(act, person);
            case ERASE -> act.how() < 4 && members().size() > 3 ? desk.privacy().erase(person) : Decision.accept(false);
            case SKIP_TURN -> desk.turns().skip(aurora(), meeting(act).id(), MeetingRole.MODERATOR);
            case PROPOSE_WORDS -> {
                Decision<ProposalId> proposed = desk.agreements()
                        .propose(
                                aurora(),
                                new Motion.Amend(
                                        words(new CharterWords(text, text, ImmutableList.of(text))),
                                        charter().settings()),
                                AWHILE)
                        .map(p -> p.id());
                if (proposed.isAccepted()) {
                    proposals.add(proposed.orElseThrow());
                    if (act.how() % 2 == 0) {
                        members()
                                .forEach(m -> office.as(Actor.participant(m))
                                        .agreements()
                                        .vote(aurora(), proposed.orElseThrow(), true));
                    }
                }
                yield proposed;
            }
            case VOTE ->
                on(
                        proposals.stream()
                                .skip(act.which() % Math.max(1, proposals.size()))
                                .findFirst(),
                        id -> desk.agreements().vote(aurora(), id, act.how() % 3 != 0));
            default -> throw new AssertionError(act.kind());
        };
    }

    private static <T> Decision<T> kept(Map<PersonId, List<T>> all, PersonId person, Decision<T> made) {
        if (made.isAccepted()) {
            all.computeIfAbsent(person, p -> new ArrayList<>()).add(made.orElseThrow());
        }
        return made;
    }

    private static <T> Optional<T> nth(Map<PersonId, List<T>> all, PersonId person, int which) {
        List<T> own = all.getOrDefault(person, List.of());
        return own.isEmpty() ? Optional.empty() : Optional.of(own.get(which % own.size()));
    }

    private interface Doing<T> {
        Decision<?> apply(T id);
    }

    private static <T> Decision<?> on(Optional<T> id, Doing<T> doing) {
        return id.<Decision<?>>map(doing::apply).orElseGet(() -> Decision.accept(false));
    }

    private StepId step(Desk desk, PlanId plan) {
        return desk.plans().view(plan).map(v -> v.current().steps()).isAccepted()
                ? desk.plans().view(plan).orElseThrow().current().steps().stream()
                        .findFirst()
                        .map(s -> s.id())
                        .orElse(StepId.of("none"))
                : StepId.of("none");
    }

    private Decision<?> hold(Act act, Desk desk) {
        MeetingView meeting = coordinator().meetings().calendar(aurora()).stream()
                .filter(m -> m.state() == Meeting.State.SCHEDULED)
                .findFirst()
                .orElse(meeting(act));
        if (meeting.state() == Meeting.State.SCHEDULED && now.isBefore(meeting.startsAt())) {
            return Decision.accept(false);
        }
        ImmutableList<PersonId> members = members().asList();
        Map<PersonId, Attendance> there = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            there.put(members.get(i), (act.how() + i) % 4 == 0 ? Attendance.EXCUSED : Attendance.PRESENT);
        }
        PersonId guide = members.get(act.how() % members.size());
        return desk.meetings().hold(aurora(), meeting.id(), MinutesDraft.moderatedBy(guide, there));
    }

    /** At whichever meeting it was talked about, if at any. */
    private Decision<?> conclude(Act act, Desk desk, TopicId topic) {
        Decision<?> last = Decision.accept(false);
        for (MeetingView meeting : coordinator().meetings().calendar(aurora())) {
            last = desk.meetings()
                    .conclude(aurora(), meeting.id(), topic, Topic.Outcome.values()[act.how() % 4], ImmutableSet.of());
            if (last.isAccepted()) {
                return last;
            }
        }
        return last;
    }

    private Decision<?> release(Act act, PersonId person, Desk desk) {
        List<ReadablePiece> own = readable(desk, person);
        if (own.isEmpty()) {
            return Decision.accept(false);
        }
        ReadablePiece piece = own.get(act.which() % own.size());
        return desk.releases()
                .release(aurora(), piece.piece(), piece.version(), Audience.named(ImmutableSet.of(person(CONFIDANT))));
    }

    /** Says something to the cohort without a name, for what they kept since the beginning; false if they have it no more. */
    boolean say(PersonId person, String text) {
        Desk desk = office.as(Actor.participant(person));
        return readable(desk, person).stream()
                .filter(piece -> piece.json().contains(KEPT))
                .findFirst()
                .filter(piece -> desk.sayings()
                        .say(aurora(), piece.piece(), piece.version(), words(text + " " + step))
                        .isAccepted())
                .isPresent();
    }

    /** What somebody reads in Aurora that is this owner's alone. */
    private List<ReadablePiece> readable(Desk desk, PersonId owner) {
        return desk.exceptions().readable(aurora()).stream()
                .filter(piece -> piece.owners().equals(ImmutableSet.of(owner)))
                .toList();
    }

    private Decision<?> passOn(Act act, Desk desk) {
        List<ReadablePiece> theirs = readable(desk, person(CONFIDING));
        if (theirs.isEmpty()) {
            return Decision.accept(false);
        }
        return desk.exceptions()
                .passOn(new SafetyDisclosure(
                        aurora(),
                        ImmutableSet.of(theirs.get(act.which() % theirs.size()).piece()),
                        "a friend",
                        SafetyDisclosure.Ground.IMMINENT_HARM,
                        SafetyDisclosure.Notice.AT_ONCE));
    }

    /** One officer files it, the other confirms it; returns what is handed out to the court. */
    private Decision<?> order(Act act, PersonId owner) {
        LegalOrder order = new LegalOrder(
                aurora(),
                ImmutableSortedSet.of(owner),
                "a court",
                act.how() % 2 == 0
                        ? new LegalOrder.Demand.HandOut("a court", now.minus(AWHILE), now.plusSeconds(1))
                        : new LegalOrder.Demand.Keep(now.plus(AWHILE)),
                Optional.empty());
        return coordinator()
                .legal()
                .file(order)
                .then(filed -> office.as(Actor.coordinator(ERIK)).legal().confirm(filed.id()));
    }

    private Decision<?> admit(Act act) {
        PersonId newcomer = person(NEWCOMER);
        Decision<?> invited = coordinator().seats().invite(aurora(), newcomer, AWHILE);
        if (!invited.isAccepted()) {
            return invited;
        }
        members().forEach(m -> office.as(Actor.participant(m)).seats().vote(aurora(), newcomer, true));
        Decision<?> accepted = desk(NEWCOMER).seats().accept(aurora());
        return act.how() % 3 == 0 ? accepted : desk(NEWCOMER).agreements().acknowledge(aurora());
    }

    private void declare(int i, Declarations declarations) {
        desk(i).people().declare(words(declarations)).orElseThrow();
    }

    /** Whether somebody is a member of Aurora who has said yes to its charter. */
    boolean isAcknowledgedMember(int i) {
        PersonId person = person(i);
        return desk(i).groups()
                .view(aurora())
                .map(view -> view.acknowledged().contains(person))
                .equals(Decision.accept(true));
    }

    boolean isMember(int i) {
        return members().contains(person(i));
    }

    private ImmutableSet<PersonId> members() {
        return coordinator().groups().view(aurora()).orElseThrow().members();
    }

    private MeetingView meeting(Act act) {
        ImmutableList<MeetingView> all = coordinator().meetings().calendar(aurora());
        return all.get(act.which() % all.size());
    }

    private LocalDate day(Act act) {
        return now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(act.how());
    }

    /** Returns whom the act is for. */
    static Audience audience(Act act) {
        return switch (act.how() % Act.AUDIENCES) {
            case 0 -> Audience.JUST_ME;
            case 1 -> Audience.GROUP_AND_NEWCOMERS;
            case 2 -> Audience.named(List.of(person(act.how() % FOUNDERS)));
            case 3 -> Audience.named(List.of(person(11)));
            case 4 -> Audience.THOSE_PRESENT;
            default ->
                act.how() < 2 * Act.AUDIENCES
                        ? Audience.GROUP
                        : Audience.GROUP.about(List.of(person(3 + act.how() % 4 / 2)));
        };
    }

    private PlanDraft draft(Act act, String text, String goal) {
        return PlanDraft.towards(goal)
                .evidence(words(goal))
                .addObstacles(PlanDraft.ObstacleDraft.inner(text, 3))
                .addAnswers(PlanDraft.IfThenDraft.forObstacle(1, text, text))
                .addSteps(PlanDraft.StepDraft.of(text, day(act)).answering(1).committed(7))
                .build();
    }

    private static Report report(Act act, String text) {
        return Report.builder()
                .result(CheckIn.Result.values()[act.how() % 3])
                .confidence(1 + act.how() % 10)
                .whatHelped(words(text))
                .note(words(text))
                .build();
    }

    /** Answers that differ with the text. */
    private static Map<String, Integer> answers(String text) {
        ImmutableMap.Builder<String, Integer> answers = ImmutableMap.builder();
        for (Item item : Scales.BELONGING.items()) {
            answers.put(item.code(), 1 + text.length() % 3);
        }
        return answers.buildOrThrow();
    }

    private static Map<PersonId, Part> cast(int speaker) {
        return ImmutableMap.of(
                person(speaker), Part.SPEAKER,
                person((speaker + 1) % FOUNDERS), Part.COUNTERPART,
                person((speaker + 3) % FOUNDERS), Part.OBSERVER);
    }

    private static Confidential<String> words(String text) {
        return Confidential.draft(text);
    }

    private static <T> Confidential<T> words(T value) {
        return Confidential.draftOf(value);
    }

    private static CharterTerms charter() {
        return CharterTerms.peerProblemSolving(
                Cadence.monthly(3, DayOfWeek.THURSDAY),
                new MeetingTime(LocalTime.NOON, Duration.ofMinutes(90), ZoneId.of("Europe/Berlin")));
    }

    private static Founding founding(String name, int first) {
        ImmutableList.Builder<PersonId> members = ImmutableList.builder();
        for (int i = first; i < first + FOUNDERS; i++) {
            members.add(person(i));
        }
        return new Founding(name, members.build(), charter());
    }

    private static Participant participant(int i, int supervisor) {
        Participant.Builder builder = Participant.builder()
                .id(person(i))
                .name("Person " + i)
                .stage(CareerStage.POSTDOC)
                .addAffiliations(Affiliation.department("D" + i % 4), Affiliation.lab("L" + i % 7));
        return supervisor < 0
                ? builder.build()
                : builder.addPowers(PowerRelation.supervisedBy(person(supervisor)))
                        .build();
    }
}
