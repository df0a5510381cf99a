/**
 * What makes documents of results: it alone needs the libraries that check, render and seal PDFs.
 * The stream drives it, so that no request waits for it.
 */
@NullMarked
package dev.hoso.results.seal;

import org.jspecify.annotations.NullMarked;
