package org.peercircle.exercise;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.Period;

/** The exercises that come with the library. Their words are the library's own. */
public final class Exercises {

    /** An ordinary day as it would be at best, five years from now (S15). */
    public static final Exercise IDEAL_DAY = Exercise.builder()
            .code("ideal-day")
            .name("Ideal day five years from now")
            .addPrompts(
                    Prompt.of(
                            Prompt.Kind.THINK,
                            3,
                            "It is an ordinary working day, five years from now, and it is a good one. Don't ask yet how"
                                    + " you got there."),
                    Prompt.of(
                            Prompt.Kind.WRITE,
                            5,
                            "You wake up. Where are you, who is there, and how does the morning go?"),
                    Prompt.of(
                            Prompt.Kind.WRITE,
                            7,
                            "You work. What do you do with your hands and your head, hour by hour? What do you not do?"),
                    Prompt.of(
                            Prompt.Kind.WRITE,
                            5,
                            "Who is with you during the day: who asks you for something, whom do you ask?"),
                    Prompt.of(Prompt.Kind.WRITE, 5, "The evening comes. What is left of the day, and who shares it?"),
                    Prompt.of(
                            Prompt.Kind.SHARE,
                            20,
                            "Tell the group as much as you like. What surprised you? What on your present path leads to"
                                    + " that day, and what leads away?"))
            .followUp(Period.ofMonths(6))
            .followUpQuestion("Does your present path lead to this part of the day?")
            .addResources("cimer", "nrmn")
            .source("K. L. Thompson-Peer, UCSF Postdoctoral Women's Peer Problem Solving Groups")
            .build();

    /** A life in which everything has gone as well as it could, on four days. */
    public static final Exercise BEST_POSSIBLE_SELF = Exercise.builder()
            .code("best-possible-self")
            .name("Best possible self")
            .addPrompts(Prompt.of(
                    Prompt.Kind.WRITE,
                    20,
                    "Choose a time between one and fifteen years ahead. Everything has gone as well as it could,"
                            + " and you have worked for it. Write down what your life is like."))
            .times(4)
            .followUp(Period.ofMonths(6))
            .followUpQuestion("Does your present path lead to this?")
            .source("Best-possible-self writing, twenty minutes on four days (King 2001)")
            .build();

    /** A letter that comes back months later. */
    public static final Exercise LETTER_TO_MYSELF = Exercise.builder()
            .code("letter-to-myself")
            .name("Letter to myself")
            .addPrompts(Prompt.of(
                    Prompt.Kind.WRITE,
                    15,
                    "Write to yourself as you will be in six months: what do you want to have done, what do you want to"
                            + " remember, what should you go easy on yourself about?"))
            .followUp(Period.ofMonths(6))
            .followUpQuestion("You wrote this six months ago. Does it still speak to you?")
            .build();

    /** What matters most, in order. */
    public static final Exercise VALUES_SORT = Exercise.builder()
            .code("values-sort")
            .name("What matters most")
            .addPrompts(
                    new Prompt(
                            Prompt.Kind.CHOOSE,
                            "Choose the five that matter most to you in your work, and put them in order.",
                            Duration.ofMinutes(10),
                            ImmutableList.of(
                                    "autonomy",
                                    "belonging",
                                    "caring",
                                    "challenge",
                                    "creativity",
                                    "curiosity",
                                    "fairness",
                                    "family",
                                    "friendship",
                                    "health",
                                    "honesty",
                                    "income",
                                    "influence",
                                    "justice",
                                    "learning",
                                    "making things",
                                    "mastery",
                                    "nature",
                                    "order",
                                    "place",
                                    "recognition",
                                    "security",
                                    "service",
                                    "solitude",
                                    "teaching",
                                    "time",
                                    "truth",
                                    "variety")),
                    Prompt.of(
                            Prompt.Kind.WRITE,
                            10,
                            "For the first of them: when did you last act by it, and what in your present work stands in"
                                    + " its way?"),
                    Prompt.of(Prompt.Kind.SHARE, 15, "Tell one other member about one of them."))
            .followUp(Period.ofMonths(6))
            .followUpQuestion("Does your present work leave room for this?")
            .build();

    /** For a group's first meeting. */
    public static final Exercise KICK_OFF = Exercise.builder()
            .code("kick-off")
            .name("Who we are and what we hope for")
            .addPrompts(
                    Prompt.of(Prompt.Kind.WRITE, 5, "What do you hope to have after a year with this group?"),
                    Prompt.of(Prompt.Kind.WRITE, 5, "What can you give the others?"),
                    Prompt.of(
                            Prompt.Kind.SHARE,
                            20,
                            "In turn: what brought you to your field, what you hope for, and what would make this group a"
                                    + " safe place for you."))
            .followUp(Period.ofMonths(12))
            .followUpQuestion("Did the year bring this?")
            .build();

    /** For a group's or a member's last meeting. */
    public static final Exercise FAREWELL = Exercise.builder()
            .code("farewell")
            .name("What we take along")
            .addPrompts(
                    Prompt.of(Prompt.Kind.WRITE, 5, "What has changed for you since you joined?"),
                    Prompt.of(Prompt.Kind.WRITE, 5, "What do you take along, and from whom?"),
                    Prompt.of(Prompt.Kind.SHARE, 20, "To each: one thing you saw them do that you want to remember."))
            .build();

    /** All of them. */
    public static final ImmutableList<Exercise> BUILT_IN =
            ImmutableList.of(IDEAL_DAY, BEST_POSSIBLE_SELF, LETTER_TO_MYSELF, VALUES_SORT, KICK_OFF, FAREWELL);

    private Exercises() {}
}
