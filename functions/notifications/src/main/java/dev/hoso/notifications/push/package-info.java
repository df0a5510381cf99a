/** Notices of the city's app: what devices are told, and SNS, which takes it. */
@NullMarked
package dev.hoso.notifications.push;

import org.jspecify.annotations.NullMarked;
