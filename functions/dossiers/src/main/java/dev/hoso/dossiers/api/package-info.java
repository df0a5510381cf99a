/**
 * The HTTP API of dossiers and of the catalogue, for officers' systems: controllers, what they read
 * and what they show. The lean consumer never loads this package.
 */
@NullMarked
package dev.hoso.dossiers.api;

import org.jspecify.annotations.NullMarked;
