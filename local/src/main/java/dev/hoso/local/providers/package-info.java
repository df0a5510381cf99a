/** Stand-ins for SNS and SES at the wire, and the inbox of what they took. */
@NullMarked
package dev.hoso.local.providers;

import org.jspecify.annotations.NullMarked;
