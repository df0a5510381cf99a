package dev.hoso.indicators;

import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import java.util.Optional;

/** Counts what becomes of messages, and what they cost, from their stream. */
public final class MessagesHandler extends CountingHandler {
  /** As Lambda makes it, from the environment. */
  public MessagesHandler() {
    this(table(Settings.load()));
  }

  MessagesHandler(Table indicators) {
    super(indicators);
  }

  @Override
  Optional<Contribution> contribution(Item message) {
    return MessageCounting.of(message);
  }
}
