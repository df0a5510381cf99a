package dev.hoso.notifications;

import dev.hoso.core.dynamo.Item;

/**
 * The right to send a message, for the time of a lease.
 *
 * @param attempts including the one that this claim is for
 * @param version the message's at the claim: once it has moved on, the claim is void
 */
record Claim(Message message, long attempts, long version) {
  static Claim of(Item item) {
    return new Claim(Message.of(item), item.number("attempts"), item.number("version"));
  }
}
