/**
 * A unit's move to another: all its open dossiers, one by one, until none is left, while work on
 * them goes on.
 */
@NullMarked
package dev.hoso.dossiers.transfers;

import org.jspecify.annotations.NullMarked;
