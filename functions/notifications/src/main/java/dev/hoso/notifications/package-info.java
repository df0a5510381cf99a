/**
 * Tells citizens what happened to their dossiers: what a change means for them ({@link
 * dev.hoso.notifications.Facts}), to whom and by which {@link dev.hoso.notifications.Channel} it is
 * told, in whose words ({@link dev.hoso.notifications.Texts}), and that it is told once ({@link
 * dev.hoso.notifications.Messages}).
 */
@NullMarked
package dev.hoso.notifications;

import org.jspecify.annotations.NullMarked;
