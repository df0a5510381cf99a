/**
 * One text to many: asked for, read from a list in portions, sent after everything else, stopped
 * when somebody says so.
 */
@NullMarked
package dev.hoso.notifications.announcements;

import org.jspecify.annotations.NullMarked;
