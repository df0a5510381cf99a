/**
 * How many messages left within ten seconds and how many arrived, by day and channel, for everybody
 * to see: counted from the stream of messages, each move of each message once.
 */
@NullMarked
package dev.hoso.notifications.figures;

import org.jspecify.annotations.NullMarked;
