/** The local clock and what it wakes. */
@NullMarked
package dev.hoso.local.time;

import org.jspecify.annotations.NullMarked;
