package dev.hoso.notifications;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * All gates, in the order in which they are asked: those that let through or do not, the provider's
 * own, then those that have only so much to give, so that nothing is taken in vain. The first that
 * is not open decides.
 */
final class Gates {
  private final List<Gate> gates;

  /**
   * The gates.
   *
   * @param provider whether the provider must be spared now
   */
  Gates(List<Gate> gates, Gate provider) {
    this.gates =
        Stream.of(
                gates.stream().filter(gate -> !(gate instanceof Gate.Taking)),
                Stream.of(provider),
                gates.stream().filter(Gate.Taking.class::isInstance))
            .flatMap(it -> it)
            .toList();
  }

  /** What they say. What one has given is given back where a later one is not open. */
  Gate.Passage passage(Message message, Instant now) {
    for (int n = 0; n < gates.size(); n++) {
      Gate.Passage passage = gates.get(n).at(message, now);
      if (passage != Gate.Open.OPEN) {
        back(gates.subList(0, n), message, now);
        return passage;
      }
    }
    return Gate.Open.OPEN;
  }

  /**
   * The message did not go after all.
   *
   * @param at the time at which it was let through
   */
  void back(Message message, Instant at) {
    back(gates, message, at);
  }

  private static void back(List<Gate> opened, Message message, Instant at) {
    for (Gate gate : opened) {
      if (gate instanceof Gate.Taking taking) {
        taking.back(message, at);
      }
    }
  }
}
