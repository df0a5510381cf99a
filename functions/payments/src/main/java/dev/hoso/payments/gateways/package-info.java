/**
 * The payment gateways. Hearing one is a file that implements {@link Gateway}, listed in {@link
 * Gateways}; asking one is {@link Asking}, listed in {@link Counters}. Nothing outside knows a
 * gateway's names, codes or signatures, and hearing loads nothing of asking.
 *
 * <p>A gateway names a payment by its {@link ReferenceForm reference} alone, so one call is one
 * write and no read. What was said comes as a {@link dev.hoso.payments.Confirmation}, whichever way
 * we learnt of it.
 */
@NullMarked
package dev.hoso.payments.gateways;

import org.jspecify.annotations.NullMarked;
