package org.peercircle.cohort;

/**
 * What a living group's size says about it.
 *
 * @param meetings how many meetings running it has been outside the rule on the same side; 0 within it
 * @param isDue whether it is time to decide
 */
public record SizeSignal(SizeAssessment size, int members, GroupSizing sizing, int meetings, boolean isDue) {

    /** Whether the size is outside the rule. */
    public boolean isOutside() {
        return size == SizeAssessment.BELOW_MINIMUM || size == SizeAssessment.ABOVE_MAXIMUM;
    }

    /** Returns the signal as a sentence for a coordinator. */
    public String message() {
        String people = members == 1 ? "One member" : members + " members";
        return switch (size) {
            case IDEAL -> people + ", as many as is best.";
            case VIABLE -> people + ", within " + sizing.min() + " to " + sizing.max() + ".";
            case BELOW_MINIMUM -> people + ", fewer than the " + sizing.min() + " it takes" + since();
            case ABOVE_MAXIMUM -> people + ", more than the " + sizing.max() + " allowed" + since();
        };
    }

    private String since() {
        String running = meetings == 0 ? "" : meetings == 1 ? ", for one meeting" : ", for " + meetings + " meetings";
        return running + (isDue ? ": time to decide." : ".");
    }
}
