package dev.hoso.events.api;

import dev.hoso.core.Refused;

/** What callers ask for and is not there. */
final class Unknown {
  private Unknown() {}

  static Refused subscription() {
    return new Refused(404, "unknown-subscription", "There is no subscription of this id");
  }
}
