/** VNPAY's side: its pay page, its signatures and the notifications that it repeats. */
@NullMarked
package dev.hoso.local.vnpay;

import org.jspecify.annotations.NullMarked;
