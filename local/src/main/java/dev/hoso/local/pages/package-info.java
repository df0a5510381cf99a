/** Pages for a person at this machine, and the paths under {@code /local} that tests use. */
@NullMarked
package dev.hoso.local.pages;

import org.jspecify.annotations.NullMarked;
