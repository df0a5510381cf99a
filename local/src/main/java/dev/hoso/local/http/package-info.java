/** The one HTTP server that everything local is behind. */
@NullMarked
package dev.hoso.local.http;

import org.jspecify.annotations.NullMarked;
