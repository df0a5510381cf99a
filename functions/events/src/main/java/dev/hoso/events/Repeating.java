package dev.hoso.events;

import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Lets subscribers hear a period again: every event of it that they want is owed once more, under
 * the id that it had.
 */
record Repeating(Desk desk) {
  /** As many as are read at once. */
  private static final int PORTION = 100;

  /** Goes on with all of them while there is time. */
  void run(BooleanSupplier time) {
    for (Replay replay : desk.replays().all()) {
      desk.subscribers()
          .find(replay.subscriber())
          .ifPresentOrElse(
              subscriber -> run(subscriber, replay, time),
              () -> desk.replays().remove(replay.subscriber()));
    }
  }

  private void run(Subscriber subscriber, Replay begun, BooleanSupplier time) {
    Replay replay = begun;
    while (!replay.over() && time.getAsBoolean()) {
      replay = portion(subscriber, replay);
      desk.replays().note(replay);
    }
    if (replay.over()) {
      desk.replays().remove(replay.subscriber());
    }
  }

  private Replay portion(Subscriber subscriber, Replay replay) {
    List<Item> keys =
        desk.events()
            .of(replay.day(), replay.eighth(), replay.from(), replay.to(), replay.after(), PORTION);
    if (keys.isEmpty()) {
      return replay.nextSlot();
    }
    Instant now = desk.clock().instant();
    desk.events().all(keys).stream()
        .filter(subscriber.wish()::wants)
        .forEach(
            event ->
                desk.deliveries().oweAgain(subscriber, event, desk.events().expires(event), now));
    return replay.behind(keys.getLast().text("at"));
  }
}
