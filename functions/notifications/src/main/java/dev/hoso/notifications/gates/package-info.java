/** What lets a message through to its provider, and when: the hour, the budget, the pace. */
@NullMarked
package dev.hoso.notifications.gates;

import org.jspecify.annotations.NullMarked;
