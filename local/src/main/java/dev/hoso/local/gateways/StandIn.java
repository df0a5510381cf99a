package dev.hoso.local.gateways;

import dev.hoso.local.http.Answer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One gateway, as its documents describe it. */
interface StandIn {
  /** As in addresses and settings: {@code momo}. */
  String code();

  /** Answers a call of its interface; 404 for what its documents do not have. */
  Answer answer(Call call);

  /** What it tells of an order as it stands now; nothing where it tells nothing of that. */
  List<Webhook> webhooks(Order order);

  /** Where the browser goes when a person has decided; empty for nowhere. */
  default String back(Order order) {
    return order.terms().returnUrl();
  }

  /** What a person can do on its page. */
  default Set<Choice> choices() {
    return EnumSet.complementOf(EnumSet.of(Choice.SUSPECTED));
  }

  /** Whether our answer ends its repeating. */
  default boolean taken(int status, String body) {
    return status / 100 == 2;
  }

  /** How often it calls at most. */
  default int calls() {
    return 5;
  }
}
