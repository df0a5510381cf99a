/** Low ratings reach the unit that they are about, within minutes. */
@NullMarked
package dev.hoso.indicators.ratings;

import org.jspecify.annotations.NullMarked;
