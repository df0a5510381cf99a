/**
 * Whether a PDF that a department signed may be issued as it is, decided offline. EU DSS says
 * whether the signatures hold and whose they are; whether everything that a reader sees is what was
 * signed is also decided here, object by object.
 */
@NullMarked
package dev.hoso.results.seal.check;

import org.jspecify.annotations.NullMarked;
