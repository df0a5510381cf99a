/** Short messages: what fits into them, and SNS, which takes them. */
@NullMarked
package dev.hoso.notifications.sms;

import org.jspecify.annotations.NullMarked;
