/** Benchmarks, run by hand: {@code java -jar benchmarks.jar}. They quote ratios measured side by side, never times. */
@NullMarked
package org.peercircle.benchmarks;

import org.jspecify.annotations.NullMarked;
