/** The handler that Hoso's own are measured beside. */
@NullMarked
package dev.hoso.plain;

import org.jspecify.annotations.NullMarked;
