/**
 * Exercises as data, what members wrote in them and how it compares months later, the program of a group's first months,
 * and resources. Uses {@code meeting} for formats, {@code confidentiality}, {@code decision} and {@code id}.
 */
@NullMarked
package org.peercircle.exercise;

import org.jspecify.annotations.NullMarked;
