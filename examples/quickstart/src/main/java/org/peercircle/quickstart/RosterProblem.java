package org.peercircle.quickstart;

/**
 * Something in a roster or mapping that can't be used.
 *
 * @param row of the file, from 1; 0 for the file as a whole
 */
record RosterProblem(int row, String column, String value, String expected, String advice) {

    private static final int LONGEST_VALUE = 60;

    @Override
    public String toString() {
        String where = (row > 0 ? "row " + row : "file") + (column.isEmpty() ? "" : ", column \"" + column + "\"");
        String shown = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
        return where + ": \"" + shown + "\"; expected " + expected + ". " + advice;
    }
}
