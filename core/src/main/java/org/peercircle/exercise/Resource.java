package org.peercircle.exercise;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.net.URI;
import org.peercircle.internal.Arguments;

/**
 * Something to read or use. The library knows two; a host adds its own.
 *
 * @param code a stable name, such as {@code cimer}
 * @param about what it helps with, in a word or two each
 */
public record Resource(String code, String name, URI at, ImmutableSet<String> about) {

    /** Center for the Improvement of Mentored Experiences in Research. */
    public static final Resource CIMER = new Resource(
            "cimer",
            "Center for the Improvement of Mentored Experiences in Research",
            URI.create("https://cimerproject.org"),
            ImmutableSet.of("mentoring relationships", "peer mentoring", "communication", "expectations"));

    /** National Research Mentoring Network. */
    public static final Resource NRMN = new Resource(
            "nrmn",
            "National Research Mentoring Network",
            URI.create("https://nrmnet.net"),
            ImmutableSet.of("culturally aware mentoring", "career development", "networking", "belonging"));

    /** Those that come with the library. */
    public static final ImmutableList<Resource> BUILT_IN = ImmutableList.of(CIMER, NRMN);

    /** Checks what must hold. */
    public Resource {
        Arguments.requireText(code, "code");
        Arguments.requireText(name, "name");
        Arguments.require(at.isAbsolute(), "at", "be an absolute address", at);
    }
}
