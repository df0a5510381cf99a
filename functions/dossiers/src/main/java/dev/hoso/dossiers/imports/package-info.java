/**
 * Dossiers of an older system, taken over from a CSV file of any length. What stands in which
 * column is data ({@code imports.csv}); how far a file was read is written last, so whoever is cut
 * off reads the same lines again and finds their dossiers there.
 */
@NullMarked
package dev.hoso.dossiers.imports;

import org.jspecify.annotations.NullMarked;
