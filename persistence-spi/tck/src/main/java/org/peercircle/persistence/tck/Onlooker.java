package org.peercircle.persistence.tck;

import static org.peercircle.persistence.tck.Act.Kind.ACTIVATE_PLAN;
import static org.peercircle.persistence.tck.Act.Kind.ADMIT_NEWCOMER;
import static org.peercircle.persistence.tck.Act.Kind.ANSWER_PARTNER;
import static org.peercircle.persistence.tck.Act.Kind.ANSWER_PULSE;
import static org.peercircle.persistence.tck.Act.Kind.ASK_PARTNER;
import static org.peercircle.persistence.tck.Act.Kind.BRING_TOPIC;
import static org.peercircle.persistence.tck.Act.Kind.CHECK_IN;
import static org.peercircle.persistence.tck.Act.Kind.CORRECT_PLAN;
import static org.peercircle.persistence.tck.Act.Kind.DECLARE_IDENTITY;
import static org.peercircle.persistence.tck.Act.Kind.DEPART;
import static org.peercircle.persistence.tck.Act.Kind.DRAFT_PLAN;
import static org.peercircle.persistence.tck.Act.Kind.GAIN_POWER;
import static org.peercircle.persistence.tck.Act.Kind.GO_ON_LEAVE;
import static org.peercircle.persistence.tck.Act.Kind.OBSERVE_REHEARSAL;
import static org.peercircle.persistence.tck.Act.Kind.ORDER;
import static org.peercircle.persistence.tck.Act.Kind.PASS_ON;
import static org.peercircle.persistence.tck.Act.Kind.PLAY_REHEARSAL;
import static org.peercircle.persistence.tck.Act.Kind.PREPARE_REHEARSAL;
import static org.peercircle.persistence.tck.Act.Kind.PROPOSE_WORDS;
import static org.peercircle.persistence.tck.Act.Kind.REFLECT;
import static org.peercircle.persistence.tck.Act.Kind.RELEASE;
import static org.peercircle.persistence.tck.Act.Kind.REVIEW_PLAN;
import static org.peercircle.persistence.tck.Act.Kind.SAY;
import static org.peercircle.persistence.tck.Act.Kind.SHARE_GOAL;
import static org.peercircle.persistence.tck.Act.Kind.SHARE_PLAN;
import static org.peercircle.persistence.tck.Act.Kind.SHARE_REFLECTION;
import static org.peercircle.persistence.tck.Act.Kind.TAKE_NOTE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.Optional;
import java.util.Set;
import org.peercircle.confidentiality.Audience;
import org.peercircle.id.PersonId;
import org.peercircle.office.Actor;

/** Somebody who looks on, and what of a script they must not notice, said without asking the library. */
enum Onlooker {
    /** The coordinator. */
    OFFICE(Actor.coordinator(Stage.DANA), -1),
    /** A member who works in the office, as the office: their own group's secrets are hidden from that desk too. */
    MEMBER_AT_THE_OFFICE(Actor.coordinator(Stage.person(0)), 0),
    /** A member of another group. */
    OUTSIDER(Actor.participant(Stage.person(7)), -1),
    /** Somebody who supervises p5, and is named by others. */
    SUPERVISOR(Actor.participant(Stage.person(11)), 5),
    /** A member who comes to supervise p1. */
    MEMBER(Actor.participant(Stage.person(3)), 1),
    /** A member with whom p2 has declared a conflict. */
    MEMBER_IN_CONFLICT(Actor.participant(Stage.person(4)), 2),
    /** The member who has declared it, against p4. */
    MEMBER_WHO_DECLARED_IT(Actor.participant(Stage.person(2)), 4),
    /** A member who leaves. */
    FORMER_MEMBER(Actor.participant(Stage.person(3)), -1),
    /** Somebody who joins later. */
    NEWCOMER(Actor.participant(Stage.person(Stage.NEWCOMER)), -1),
    /** Somebody who joins later and does not say yes to the charter. */
    NEWCOMER_WITHOUT_A_YES(Actor.participant(Stage.person(Stage.NEWCOMER)), -1);

    /** The number of the member who leaves. */
    static final int LEAVES = 3;

    /** What an onlooker must not notice of an act. */
    enum Hidden {
        /** They may see it. */
        NOTHING,
        /** What the goal is. */
        GOAL,
        /** What was said. */
        TEXT,
        /** Who said it. */
        AUTHOR,
        /** That there was anything. */
        ALL
    }

    private static final ImmutableSet<Act.Kind> OF_PLANS = Sets.immutableEnumSet(
            DRAFT_PLAN,
            ACTIVATE_PLAN,
            CHECK_IN,
            CORRECT_PLAN,
            SHARE_PLAN,
            SHARE_GOAL,
            REVIEW_PLAN,
            ASK_PARTNER,
            ANSWER_PARTNER);
    private static final ImmutableSet<Act.Kind> OF_REFLECTIONS = Sets.immutableEnumSet(REFLECT, SHARE_REFLECTION);
    private static final ImmutableSet<Act.Kind> OF_REHEARSALS =
            Sets.immutableEnumSet(PREPARE_REHEARSAL, PLAY_REHEARSAL, OBSERVE_REHEARSAL);
    private static final ImmutableSet<Act.Kind> PRIVATE_WORDS =
            Sets.immutableEnumSet(GO_ON_LEAVE, DEPART, DECLARE_IDENTITY);

    private final Actor actor;
    private final int subject;

    Onlooker(Actor actor, int subject) {
        this.actor = actor;
        this.subject = subject;
    }

    /** From whom in particular there is something to hide. */
    Optional<Integer> subject() {
        return subject < 0 ? Optional.empty() : Optional.of(subject);
    }

    /** What changes what this onlooker may read, and is to happen in every script of theirs. */
    Optional<Act> turn() {
        return switch (this) {
            case MEMBER -> Optional.of(new Act(GAIN_POWER, 0, 0, 0, 0));
            case FORMER_MEMBER -> Optional.of(new Act(DEPART, LEAVES, 0, 0, 1));
            case NEWCOMER -> Optional.of(new Act(ADMIT_NEWCOMER, 0, 0, 1, 1));
            case NEWCOMER_WITHOUT_A_YES -> Optional.of(new Act(ADMIT_NEWCOMER, 0, 0, 0, 1));
            default -> Optional.empty();
        };
    }

    Actor actor() {
        return actor;
    }

    boolean isAuthorOf(Act act) {
        return actor.role() == Actor.Role.PARTICIPANT && actor.person().equals(author(act));
    }

    /** Returns what of the n-th act is hidden from this onlooker. */
    Hidden hides(ImmutableList<Act> script, int n, Timeline timeline) {
        Act act = script.get(n);
        if (isAuthorOf(act)) {
            return Hidden.NOTHING;
        }
        // What is released is released to somebody who never looks on, and what is passed on is such a person's.
        if (act.kind() == ANSWER_PULSE || act.kind() == RELEASE || act.kind() == PASS_ON) {
            return Hidden.ALL;
        }
        if (act.kind() == SAY) {
            return Hidden.AUTHOR;
        }
        if (act.kind() == ORDER) {
            return actor.role() == Actor.Role.PARTICIPANT ? Hidden.ALL : Hidden.NOTHING;
        }
        if (PRIVATE_WORDS.contains(act.kind())) {
            return Hidden.TEXT;
        }
        return switch (this) {
            case OFFICE, MEMBER_AT_THE_OFFICE, OUTSIDER -> fromOutside(act);
            case SUPERVISOR ->
                author(act).equals(Stage.person(5)) || !names(script, act, actor.person())
                        ? fromOutside(act)
                        : Hidden.NOTHING;
            case MEMBER ->
                author(act).equals(Stage.person(1)) && n > timeline.powerGained()
                        ? barred(act)
                        : fromMember(script, act);
            case MEMBER_IN_CONFLICT, MEMBER_WHO_DECLARED_IT ->
                author(act).equals(Stage.person(subject)) ? barred(act) : fromMember(script, act);
            case FORMER_MEMBER -> n > timeline.left() ? fromOutside(act) : fromMember(script, act);
            case NEWCOMER, NEWCOMER_WITHOUT_A_YES -> n < timeline.joined() ? before(script, act) : Hidden.NOTHING;
        };
    }

    private static PersonId author(Act act) {
        return Stage.person(act.who() == Stage.FOUNDERS ? Stage.NEWCOMER : act.who());
    }

    private static boolean isKept(Act act) {
        return act.kind() == TAKE_NOTE
                || OF_PLANS.contains(act.kind())
                || OF_REFLECTIONS.contains(act.kind())
                || OF_REHEARSALS.contains(act.kind());
    }

    private static Hidden fromOutside(Act act) {
        if (isKept(act)) {
            return Hidden.ALL;
        }
        return act.kind() == BRING_TOPIC || act.kind() == PROPOSE_WORDS ? Hidden.TEXT : Hidden.NOTHING;
    }

    /** From somebody with power over the author, or in conflict with them. What they do to others' things is not. */
    private static Hidden barred(Act act) {
        if (act.kind() == BRING_TOPIC) {
            return Hidden.ALL;
        }
        boolean own = act.kind() != ANSWER_PARTNER && act.kind() != OBSERVE_REHEARSAL;
        return own && isKept(act) ? Hidden.ALL : Hidden.NOTHING;
    }

    private Hidden fromMember(ImmutableList<Act> script, Act act) {
        if (act.kind() == TAKE_NOTE && isPrivate(act)) {
            return Hidden.ALL;
        }
        if (OF_REFLECTIONS.contains(act.kind()) && allPrivate(script, act, OF_REFLECTIONS)) {
            return Hidden.ALL;
        }
        boolean ownPlan = OF_PLANS.contains(act.kind()) && act.kind() != ANSWER_PARTNER;
        if (ownPlan && allPrivate(script, act, Sets.immutableEnumSet(DRAFT_PLAN, SHARE_PLAN))) {
            return Hidden.ALL;
        }
        return act.kind() == DRAFT_PLAN && allPrivate(script, act, Sets.immutableEnumSet(SHARE_GOAL))
                ? Hidden.GOAL
                : Hidden.NOTHING;
    }

    /** What was said to the group before somebody joined was said to others. */
    private static Hidden before(ImmutableList<Act> script, Act act) {
        Audience audience = Stage.audience(act);
        boolean toThoseThen = audience.equals(Audience.GROUP) || audience.equals(Audience.JUST_ME);
        boolean planForThoseThen = script.stream()
                .filter(other -> other.who() == act.who())
                .noneMatch(other -> other.kind() == SHARE_PLAN
                        || (other.kind() == DRAFT_PLAN && Stage.audience(other).equals(Audience.GROUP_AND_NEWCOMERS)));
        if (OF_PLANS.contains(act.kind()) && act.kind() != ANSWER_PARTNER && planForThoseThen) {
            return Hidden.ALL;
        }
        return switch (act.kind()) {
            case TAKE_NOTE -> toThoseThen ? Hidden.ALL : Hidden.NOTHING;
            case BRING_TOPIC, PREPARE_REHEARSAL, PLAY_REHEARSAL, OBSERVE_REHEARSAL -> Hidden.ALL;
            case CHECK_IN -> Hidden.TEXT;
            default -> Hidden.NOTHING;
        };
    }

    private boolean allPrivate(ImmutableList<Act> script, Act act, Set<Act.Kind> kinds) {
        return script.stream()
                .filter(other -> other.who() == act.who() && kinds.contains(other.kind()))
                .allMatch(this::isPrivate);
    }

    /** Whether what this act leaves behind is for its author, or for named others. */
    private boolean isPrivate(Act act) {
        Audience audience = Stage.audience(act);
        if (audience.concerned().contains(actor.person())) {
            return true;
        }
        return switch (audience.reach()) {
            case JUST_ME -> true;
            case NAMED -> !audience.people().contains(actor.person());
            case THOSE_PRESENT -> act.kind() != TAKE_NOTE;
            default -> false;
        };
    }

    private static boolean names(ImmutableList<Act> script, Act act, PersonId person) {
        return script.stream()
                .anyMatch(other -> other.who() == act.who()
                        && Stage.audience(other).people().contains(person));
    }
}
