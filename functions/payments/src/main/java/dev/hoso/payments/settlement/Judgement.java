package dev.hoso.payments.settlement;

import dev.hoso.core.dynamo.Item;

/**
 * What a line and the payment that it names say of each other.
 *
 * @param payment as it is now; empty where there is none
 */
record Judgement(Finding finding, Item payment) {}
