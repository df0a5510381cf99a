/**
 * One-time codes: a person asks for one, gets it at the phone or e-mail that the dossier has, types
 * it in, and the browser may see the dossier for a while. What may happen how often is in {@link
 * dev.hoso.notifications.codes.CodeRules}; whoever asks does not learn whether there is such a
 * dossier.
 */
@NullMarked
package dev.hoso.notifications.codes;

import org.jspecify.annotations.NullMarked;
