/** E-mails: how they are laid out, and SES, which takes them. */
@NullMarked
package dev.hoso.notifications.email;

import org.jspecify.annotations.NullMarked;
