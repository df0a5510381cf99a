/**
 * Reconciliation: a gateway's settlement file is held against the payments, line by line, and the
 * day's report says what agrees and what does not.
 *
 * <p>{@link dev.hoso.payments.settlement.Reconciliation} goes through a file; {@link
 * dev.hoso.payments.settlement.Mappings} is how each gateway writes one; {@link
 * dev.hoso.payments.settlement.Matching} is what a line and its payment say of each other.
 */
@NullMarked
package dev.hoso.payments.settlement;

import org.jspecify.annotations.NullMarked;
