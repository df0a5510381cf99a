/**
 * The portal's interface for dossiers: its session, its three services, and what of a dossier goes
 * into which of their fields.
 */
@NullMarked
package dev.hoso.portal.protocol;

import org.jspecify.annotations.NullMarked;
