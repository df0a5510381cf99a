/**
 * Payments: what a dossier's fee is asked with, what a gateway says of it, and the citizen's
 * receipt.
 *
 * <p>{@link dev.hoso.payments.WebhookHandler} takes gateways' confirmations in, {@link
 * dev.hoso.payments.DueHandler} ends requests whose time is over; the controllers ask for fees and
 * show receipts and anomalies. Only this package writes the tables Payments and Anomalies.
 */
@NullMarked
package dev.hoso.payments;

import org.jspecify.annotations.NullMarked;
