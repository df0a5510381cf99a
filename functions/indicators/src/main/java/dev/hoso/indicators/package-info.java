/**
 * Exactly-once counters of what happens to dossiers and messages, and what is made of them:
 * Decision 766's score and the weekly list of late units. docs/INDICATORS.md is the map.
 */
@NullMarked
package dev.hoso.indicators;

import org.jspecify.annotations.NullMarked;
