/** The live dashboard: what happens today, and the lists behind its figures. */
@NullMarked
package dev.hoso.indicators.dashboard;

import org.jspecify.annotations.NullMarked;
