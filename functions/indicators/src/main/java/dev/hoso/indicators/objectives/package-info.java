/** Tasks and key results: who has them, how far they are, and which are late. */
@NullMarked
package dev.hoso.indicators.objectives;

import org.jspecify.annotations.NullMarked;
