/** The whole system in one JVM, read from {@code template.yaml}. */
@NullMarked
package dev.hoso.local;

import org.jspecify.annotations.NullMarked;
