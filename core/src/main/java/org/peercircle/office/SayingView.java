package org.peercircle.office;

import java.time.YearMonth;

/**
 * What somebody of a cohort said. Who, where and on which day is not in it, nor any id (law C22).
 *
 * @param month in which it was released, in UTC
 */
public record SayingView(String text, YearMonth month) {

    /** Hides the words: a view may be printed by accident. */
    @Override
    public String toString() {
        return "SayingView[" + month + "]";
    }
}
