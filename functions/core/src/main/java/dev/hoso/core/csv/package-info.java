/**
 * Others' CSV files, read line by line: what stands in them is said by a mapping, and a line that
 * cannot be read costs that line.
 */
@NullMarked
package dev.hoso.core.csv;

import org.jspecify.annotations.NullMarked;
