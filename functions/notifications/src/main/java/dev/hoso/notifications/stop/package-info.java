/**
 * The page where whoever was written to says what they do not want to be told, without logging in:
 * its address is signed and stands in e-mails that can be opted out of.
 */
@NullMarked
package dev.hoso.notifications.stop;

import org.jspecify.annotations.NullMarked;
