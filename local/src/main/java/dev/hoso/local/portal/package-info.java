/**
 * The national portal's stand-in at an address of this runtime, with a page for whoever tries it.
 */
@NullMarked
package dev.hoso.local.portal;

import org.jspecify.annotations.NullMarked;
