/** What stands on paper: fonts, lines, the letterhead of a rendered result, the seal's block. */
@NullMarked
package dev.hoso.results.seal.paper;

import org.jspecify.annotations.NullMarked;
