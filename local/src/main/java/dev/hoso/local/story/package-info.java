/** Walks through the system as its users do: on the terminal, and by the page at {@code /}. */
@NullMarked
package dev.hoso.local.story;

import org.jspecify.annotations.NullMarked;
