/**
 * Pages for citizens: where a dossier is, what it still needs, its results, and whether a result is
 * genuine. Reads and never writes; one-time codes are the notifications' and documents the results'
 * to hand out.
 *
 * <p>Here is what all pages share; {@code lookup} is for the applicant alone, {@code verify} for
 * everyone.
 */
@NullMarked
package dev.hoso.citizen;

import org.jspecify.annotations.NullMarked;
