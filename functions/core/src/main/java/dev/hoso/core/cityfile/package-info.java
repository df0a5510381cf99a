/**
 * The files that a city may replace by its own: each is read from the city's folder where it lies
 * there, else from Hoso's own (Hanoi's) on the class path.
 */
@NullMarked
package dev.hoso.core.cityfile;

import org.jspecify.annotations.NullMarked;
