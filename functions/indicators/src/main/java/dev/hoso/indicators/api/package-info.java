/** What officers' systems and managers ask for: counters, Decision 766's score, weekly lists. */
@NullMarked
package dev.hoso.indicators.api;

import org.jspecify.annotations.NullMarked;
