package org.peercircle.plan;

import org.peercircle.confidentiality.Confidential;

/** A way forward that was thought of, whether or not it was chosen. */
public record ConsideredOption(Confidential<String> what, boolean isChosen) {}
