package org.peercircle.pulse;

/** What is shown of a survey: means over many, rounded to a tenth, and never a minimum, a maximum or a word. */
public sealed interface Finding {

    /** Returns the code of the scale. */
    String scale();

    /**
     * The mean of those who answered.
     *
     * @param people how many
     */
    record Mean(String scale, int people, double mean) implements Finding {}

    /**
     * How those who answered both surveys changed.
     *
     * @param since the earlier survey
     * @param people how many answered both
     * @param before their mean then
     * @param after their mean now
     * @param change the mean of their changes; rounded by itself, so it may differ by a tenth from after less before
     * @param low the lower end of its 95 % confidence interval (paired, Student's t)
     * @param high the upper end
     */
    record Change(
            String scale, Moment since, int people, double before, double after, double change, double low, double high)
            implements Finding {}

    /** It can't be shown without the risk that somebody is worked out. There is one such marker, and no reason. */
    record NotShown(String scale) implements Finding {}
}
