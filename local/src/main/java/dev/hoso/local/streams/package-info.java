/**
 * Lambda's stream pollers: batches, filters, partial failures, retries, on-failure destinations.
 */
@NullMarked
package dev.hoso.local.streams;

import org.jspecify.annotations.NullMarked;
