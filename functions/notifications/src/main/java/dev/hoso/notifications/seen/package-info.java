/** What officers see of the messages of a dossier, and how they have one sent again. */
@NullMarked
package dev.hoso.notifications.seen;

import org.jspecify.annotations.NullMarked;
