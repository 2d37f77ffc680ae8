package org.peercircle.office;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.peercircle.id.GroupId;
import org.peercircle.id.PersonId;

/** One way on for a group, with what it costs. Nothing happens by itself: each takes the consent of those it touches. */
public sealed interface SizeAdvice {

    /** Returns the advice as a sentence for a coordinator. */
    String message();

    /** Invite people from the waitlist. */
    record Invite(int seats, int waiting) implements SizeAdvice {
        @Override
        public String message() {
            return "Invite from the waitlist: " + seats + (seats == 1 ? " seat" : " seats") + " free, " + waiting
                    + (waiting == 1 ? " person waits." : " people wait.");
        }
    }

    /**
     * Join with another group.
     *
     * @param members how many they would be together
     * @param broken open rules that the two together would break and do not break apart
     * @param privateRulesKept whether every private rule would be kept
     */
    record Merge(GroupId with, String name, int members, ImmutableSet<String> broken, boolean privateRulesKept)
            implements SizeAdvice {
        @Override
        public String message() {
            String rules =
                    broken.isEmpty() ? "every open rule is kept" : "this would break: " + String.join("; ", broken);
            return "Merge with " + name + ", to be " + members + "; " + rules
                    + (privateRulesKept ? "." : ", and a private rule would not be kept.");
        }
    }

    /** Split into groups within the rule. */
    record Split(ImmutableList<ImmutableList<PersonId>> parts, ImmutableSet<String> broken) implements SizeAdvice {
        @Override
        public String message() {
            return "Split into groups of "
                    + String.join(
                            " and ",
                            parts.stream().map(p -> String.valueOf(p.size())).toList())
                    + (broken.isEmpty()
                            ? "; every open rule is kept."
                            : "; this would break: " + String.join("; ", broken) + ".");
        }
    }

    /** Go on as it is, if the group agrees. */
    record GoOn(String consent) implements SizeAdvice {
        @Override
        public String message() {
            return "Go on as it is, if " + consent + ".";
        }
    }
}
