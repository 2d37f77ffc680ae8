package org.peercircle.persistence.spi;

/** The restricted text of tenants, kinds, ids and names. */
final class SpiText {

    private SpiText() {}

    static void check(String what, String text) {
        boolean valid = !text.isEmpty() && text.length() <= 120;
        for (int i = 0; valid && i < text.length(); i++) {
            char c = text.charAt(i);
            valid = c > ' ' && c < 0x7f && c != '/' && c != '\\' && c != '"' && c != '\'';
        }
        if (!valid) {
            throw new IllegalArgumentException(what
                    + " must be 1 to 120 printable ASCII characters without space, slash, backslash or quote, but was \""
                    + text + "\"");
        }
    }
}
