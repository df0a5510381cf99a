/**
 * The API for officers' systems and the pages for citizens: what needs a router, and so Micronaut.
 * Webhooks and timers do not.
 */
@NullMarked
package dev.hoso.payments.api;

import org.jspecify.annotations.NullMarked;
