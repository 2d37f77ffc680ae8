package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.Period;
import java.util.stream.Stream;
import org.peercircle.group.Charter;
import org.peercircle.group.CharterSettings;
import org.peercircle.group.PeerGroup;
import org.peercircle.id.PersonId;
import org.peercircle.people.Participant;

/**
 * What a member is promised, a sentence each, made from the charter and the members as they are. To be shown before
 * anybody joins, and beside every field in which they write.
 *
 * @param amongMembers what members promise each other, and its exceptions
 * @param duties who of them must pass certain things on, or may keep what others must pass on
 * @param readers who reads what a member writes, and who never does
 * @param office what the program office sees, and what it can't
 * @param limits what no software can protect from
 */
public record Promise(
        ImmutableList<String> amongMembers,
        ImmutableList<String> duties,
        ImmutableList<String> readers,
        ImmutableList<String> office,
        ImmutableList<String> limits) {

    private static final ImmutableList<String> READERS = ImmutableList.of(
            "You say for each thing who reads it. If you say nothing, those read it who are in your group now.",
            "Who joins later does not read what was said before. A plan that you share with newcomers they read, but not"
                    + " what you told about it earlier.",
            "Who leaves keeps their own, and reads nothing of others any more.",
            "Nobody who supervises, evaluates, hires or decides on you reads what you write, also if they come to do so later;"
                    + " unless you name them, and say that you know what they are to you.",
            "If you or somebody else declares a conflict between you, neither reads what the other writes, and neither is told"
                    + " why.",
            "You can let more people read something you said, for a time or until you take it back. Nobody else can, and your log"
                    + " says when you did. Or you say it in other words, without your name, to the whole cohort, if five or more could have"
                    + " said it.",
            "What you declare for the forming of groups no person reads, ever.",
            "What you answer in surveys is counted with many others' answers, and read by nobody.",
            "If somebody may come to harm, or a member must by law report it, that member can pass on what they may read. You"
                    + " are told what, to whom and why: at once, or with a reason within seven days. Nobody can ask for it from"
                    + " outside.",
            "If a court or an authority orders it, two officers together, neither of whom has power over you, hand out what the"
                    + " order names. You are told, unless and as long as the order forbids it; and how many it concerned each"
                    + " year, everybody, if they were ten or more.",
            "You can take along all that is kept of you, and you can be erased: what you said can then be opened by nobody, in no"
                    + " copy.");

    private static final ImmutableList<String> LIMITS = ImmutableList.of(
            "A member can repeat what they heard, or photograph a screen.",
            "Whoever runs the computers, with both the store and the keys in hand, could read what is kept.",
            "A name that you write into a text stays in it, whoever reads it.",
            "Somebody who watches the network can tell when you were here, though not what you wrote.");

    static Promise of(Work work, PeerGroup group) {
        return new Promise(
                amongMembers(group),
                duties(work, group.members(work.now())),
                Stream.concat(READERS.stream(), kept(work.retention()).stream())
                        .collect(ImmutableList.toImmutableList()),
                office(group.charter()
                        .map(Charter::settings)
                        .filter(CharterSettings::officeSeesAttendance)
                        .isPresent()),
                LIMITS);
    }

    private static ImmutableList<String> kept(Retention retention) {
        ImmutableList.Builder<String> sentences = ImmutableList.builder();
        sentences.add("What you write can be read for " + months(retention.content()) + ", and no longer than "
                + months(retention.afterGroupEnds())
                + " after your group has ended; then by nobody, not by you either. Take"
                + " along what you want to keep.");
        sentences.add("Who was at which meeting is shown to nobody " + months(retention.attendance())
                + " after your group has ended.");
        retention.reason().ifPresent(why -> sentences.add("Some of it is kept longer than is usual here: " + why));
        return sentences.build();
    }

    private static String months(Period period) {
        long months = period.toTotalMonths();
        return months == 1 ? "one month" : months + " months";
    }

    /** What is said at the beginning of each meeting. */
    static ImmutableList<String> reminder(Room room) {
        return Stream.concat(amongMembers(room.group()).stream(), duties(room.work(), room.members()).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<String> amongMembers(PeerGroup group) {
        return group.charter().map(c -> c.settings().promise()).orElse(ImmutableList.of());
    }

    private static ImmutableList<String> duties(Work work, ImmutableSet<PersonId> members) {
        return Worlds.withDuty(work, members).stream().map(Promise::duty).collect(ImmutableList.toImmutableList());
    }

    private static String duty(Participant participant) {
        return switch (participant.reportingDuty()) {
            case NONE -> participant.name() + " has no duty to report.";
            case MANDATORY ->
                participant.name() + " must by law or rule report certain things, whatever is promised here.";
            case CONFIDENTIAL_RESOURCE ->
                participant.name() + " may by law keep to themselves what others must report.";
        };
    }

    private static ImmutableList<String> office(boolean seesAttendance) {
        return ImmutableList.of(
                "The program office sees who is in which group, when it meets, and who guides it next.",
                seesAttendance
                        ? "It sees who attended, as your charter allows, and never why somebody was away."
                        : "It does not see who attended; your charter does not allow it.",
                "It can't see topics, notes, plans, reports on them, rehearsals, exercises, reasons for leaving or staying"
                        + " away, conflicts, or what you declared. Nobody can switch that on.",
                "Its reports count who has a plan or reached a goal, what came of topics, and who came to half of the meetings: at"
                        + " least five people outside any one group at a time, of three groups, so that nobody can be worked out. A"
                        + " plan that you keep to yourself is not counted.");
    }
}
