/** Decision 766/QĐ-TTg's score: its parts, what they are made of, and what is entered by hand. */
@NullMarked
package dev.hoso.indicators.decision766;

import org.jspecify.annotations.NullMarked;
