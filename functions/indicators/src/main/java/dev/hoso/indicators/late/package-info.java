/** The weekly list of late units: who is late, with what, for how long, and who answers for it. */
@NullMarked
package dev.hoso.indicators.late;

import org.jspecify.annotations.NullMarked;
