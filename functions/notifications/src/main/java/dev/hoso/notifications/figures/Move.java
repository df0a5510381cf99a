package dev.hoso.notifications.figures;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.lambda.Change;
import dev.hoso.notifications.Manners;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A step of a message's life that is counted. Each is made at most once in a life, so its name says
 * whether it was counted already.
 *
 * @param name the message's name to the outside, and the step's
 * @param day of the fact, so that what arrives later counts for the day on which it left
 * @param counts by how much each figure changes
 */
record Move(String name, LocalDate day, String channel, Map<Figure, Integer> counts) {
  /**
   * Times are stored to the second, so a difference of ten may be nearly eleven: whatever is not
   * certainly in time counts as late.
   */
  private static final Duration IN_TIME = Duration.ofSeconds(10);

  /** What a change of a message counts; empty for most. */
  static Optional<Move> of(Change change, Manners manners) {
    Item before = change.before();
    Item after = change.after();
    if (after.isEmpty() || !after.has("id")) {
      return Optional.empty();
    }
    String status = after.text("status");
    if (after.has("sentAt") && !before.has("sentAt")) {
      return move(after, "left", left(after, manners));
    }
    if (status.equals(before.textOrNull("status"))) {
      return Optional.empty();
    }
    return switch (status) {
      case "delivered" -> move(after, status, Map.of(Figure.DELIVERED, 1));
      case "failed" -> move(after, status, failed(before, after, manners));
      default -> Optional.empty();
    };
  }

  private static Optional<Move> move(Item after, String step, Map<Figure, Integer> counts) {
    return Optional.of(
        new Move(
            after.text("id") + "/" + step,
            Time.day(after.time("factAt")),
            after.text("channel"),
            counts));
  }

  private static Map<Figure, Integer> left(Item message, Manners manners) {
    Map<Figure, Integer> counts = new EnumMap<>(Map.of(Figure.MESSAGES, 1, Figure.LEFT, 1));
    boolean prompt = prompt(message, manners);
    if (prompt) {
      counts.put(Figure.PROMPT, 1);
    }
    Duration taken = Duration.between(message.time("factAt"), message.time("sentAt"));
    if (taken.compareTo(IN_TIME) < 0) {
      counts.put(Figure.WITHIN, 1);
      counts.put(Figure.PROMPT_WITHIN, prompt ? 1 : 0);
    }
    return counts;
  }

  private static Map<Figure, Integer> failed(Item before, Item after, Manners manners) {
    if (!after.has("sentAt")) {
      return Map.of(Figure.MESSAGES, 1, Figure.PROMPT, prompt(after, manners) ? 1 : 0);
    }
    boolean seemedToArrive = "delivered".equals(before.textOrNull("status"));
    return Map.of(Figure.UNDELIVERED, 1, Figure.DELIVERED, seemedToArrive ? -1 : 0);
  }

  /** Whether no rule of ours lets it wait: neither the hour, nor others, nor another channel. */
  private static boolean prompt(Item message, Manners manners) {
    Manners.Manner manner = manners.of(message.text("template"));
    return !manner.waits()
        && !manner.merges()
        && !message.has("fallbackFor")
        && !message.has("resendOf");
  }
}
