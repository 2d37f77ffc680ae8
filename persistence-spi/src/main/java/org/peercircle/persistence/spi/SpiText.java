package org.peercircle.persistence.spi;

/** The restricted text of tenants, kinds, ids and names. */
final class SpiText {

    /** By character, since every key of every record is checked. */
    private static final boolean[] ALLOWED = new boolean[0x7f];

    static {
        for (char c = ' ' + 1; c < ALLOWED.length; c++) {
            ALLOWED[c] = "/\\\"'".indexOf(c) < 0;
        }
    }

    private SpiText() {}

    static void check(String what, String text) {
        boolean valid = !text.isEmpty() && text.length() <= 120;
        for (int i = 0; valid && i < text.length(); i++) {
            char c = text.charAt(i);
            valid = c < ALLOWED.length && ALLOWED[c];
        }
        if (!valid) {
            throw new IllegalArgumentException(what
                    + " must be 1 to 120 printable ASCII characters without space, slash, backslash or quote, but was \""
                    + text + "\"");
        }
    }
}
