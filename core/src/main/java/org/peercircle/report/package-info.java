/**
 * Reports that disclose nobody: which numbers of a table are shown, which are hidden, and the proof that a hidden one can't
 * be worked out (laws D1–D18). Uses {@code id}, {@code decision} and
 * {@code confidentiality}; of what is counted it knows the categories alone.
 *
 * <p>How to read it: {@link org.peercircle.report.CountTable} is what was counted, {@link
 * org.peercircle.report.SuppressionRule} what must hold, {@link org.peercircle.report.SuppressedTable} what may be seen; {@link
 * org.peercircle.report.StandingReport} is one of the library's own reports, with all that was shown of it.
 *
 * <p>How it works: a two-way table with its totals is a circulation, one edge a cell ({@code Grid}), so the least and the
 * greatest value of a hidden cell are maximum flows ({@code Circulation}): exact, in whole numbers, without a solver.
 * {@code FewestHidden} finds what to hide exactly in small tables, {@code CheapHiding} nearly so in large ones.
 */
@NullMarked
package org.peercircle.report;

import org.jspecify.annotations.NullMarked;
