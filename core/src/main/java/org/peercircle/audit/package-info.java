/**
 * A program's log of what must never happen unnoticed: a chain that anybody can verify, and details that only those whom they
 * concern can read; and what the law demands of a program, which takes two officers. May use ids, confidentiality and Guava.
 */
@NullMarked
package org.peercircle.audit;

import org.jspecify.annotations.NullMarked;
