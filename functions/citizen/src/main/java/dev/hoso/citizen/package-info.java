/**
 * Pages for citizens: where a dossier is, what it still needs, its results, and whether a result is
 * genuine. Reads and never writes; one-time codes are the notifications' and documents the results'
 * to hand out.
 */
@NullMarked
package dev.hoso.citizen;

import org.jspecify.annotations.NullMarked;
