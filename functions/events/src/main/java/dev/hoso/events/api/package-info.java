/** The API by which an operator manages subscriptions. */
@NullMarked
package dev.hoso.events.api;

import org.jspecify.annotations.NullMarked;
