/**
 * A national public service portal that takes dossiers in as the public texts describe it, keeps
 * them, and misbehaves on demand.
 */
@NullMarked
package dev.hoso.standins.portal;

import org.jspecify.annotations.NullMarked;
