/** What everybody may know: how many dossiers, of which procedure, where, on which day. */
@NullMarked
package dev.hoso.dossiers.opendata;

import org.jspecify.annotations.NullMarked;
