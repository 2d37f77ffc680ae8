package org.peercircle.pulse;

import com.google.common.collect.ImmutableList;

/** The scales that come with the library: four short ones for what peer mentoring is for. */
public final class Scales {

    private static final String OWN = "Peercircle's own items, not validated; bring a validated scale for research.";

    /** Self-efficacy. */
    public static final Scale SELF_EFFICACY = scale(
            "self-efficacy",
            "Trust in oneself",
            Scale.Measure.SELF_EFFICACY,
            Item.of("se1", "When something at work gets hard, I find a way to go on."),
            Item.of("se2", "I can ask for what I need, also from people above me."),
            Item.of("se3", "I can reach the goals that I set myself for this year."),
            Item.reversed("se4", "When plans fail, I don't know what to do next."));

    /** Belonging. */
    public static final Scale BELONGING = scale(
            "belonging",
            "Belonging",
            Scale.Measure.BELONGING,
            Item.of("be1", "There are people here who would notice if I was not well."),
            Item.of("be2", "I can be myself among my colleagues."),
            Item.reversed("be3", "I often feel like an outsider in my field."),
            Item.of("be4", "People like me have a place in research."));

    /** Problem solving. */
    public static final Scale PROBLEM_SOLVING = scale(
            "problem-solving",
            "Getting on with problems",
            Scale.Measure.PROBLEM_SOLVING,
            Item.of("ps1", "When I have a problem, I put into words what exactly it is."),
            Item.of("ps2", "I think of several ways before I choose one."),
            Item.of("ps3", "I change my plan when I see that it does not help."),
            Item.reversed("ps4", "I put problems off until they are urgent."));

    /** Self-reflection. */
    public static final Scale SELF_REFLECTION = scale(
            "self-reflection",
            "Looking at what one does",
            Scale.Measure.SELF_REFLECTION,
            Item.of("sr1", "I take time to think about what I want from my work."),
            Item.of("sr2", "I know what I am good at, and what I am not."),
            Item.of("sr3", "After a hard conversation, I think about my own part in it."),
            Item.reversed("sr4", "I rarely ask myself why I do what I do."));

    /** All of them. */
    public static final ImmutableList<Scale> BUILT_IN =
            ImmutableList.of(SELF_EFFICACY, BELONGING, PROBLEM_SOLVING, SELF_REFLECTION);

    private Scales() {}

    private static Scale scale(String code, String name, Scale.Measure measure, Item... items) {
        return Scale.builder()
                .code(code)
                .name(name)
                .measure(measure)
                .addItems(items)
                .minimumAnswered(3)
                .source(OWN)
                .build();
    }
}
