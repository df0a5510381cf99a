/** Which days are worked, and on which day a promised time runs out. */
@NullMarked
package dev.hoso.core.calendar;

import org.jspecify.annotations.NullMarked;
