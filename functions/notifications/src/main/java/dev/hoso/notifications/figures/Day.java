package dev.hoso.notifications.figures;

import io.avaje.jsonb.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What became of the messages of a day, or of several, on a channel.
 *
 * @param day of the facts, in Vietnam
 * @param messages those that left, and those that were given up before
 * @param left those that a provider took
 * @param within10 those that it took less than ten seconds after their fact
 * @param prompt those that no rule lets wait (quiet hours, merging, another channel first)
 * @param promptWithin10 those of them that left in time
 * @param delivered those that arrived, as the provider reports
 * @param undelivered those that did not, as the provider reports
 * @param shareWithin10 of all messages; null where there are none
 * @param sharePromptWithin10 of those that no rule lets wait
 * @param shareDelivered of those that left; null where the provider reports of none
 */
@Json
public record Day(
    String day,
    String channel,
    long messages,
    long left,
    long within10,
    long prompt,
    long promptWithin10,
    long delivered,
    long undelivered,
    @Nullable BigDecimal shareWithin10,
    @Nullable BigDecimal sharePromptWithin10,
    @Nullable BigDecimal shareDelivered) {
  private static final int DIGITS = 4;

  static Day of(String day, String channel, ToLongFunction<Figure> of) {
    long left = of.applyAsLong(Figure.LEFT);
    long delivered = of.applyAsLong(Figure.DELIVERED);
    long undelivered = of.applyAsLong(Figure.UNDELIVERED);
    return new Day(
        day,
        channel,
        of.applyAsLong(Figure.MESSAGES),
        left,
        of.applyAsLong(Figure.WITHIN),
        of.applyAsLong(Figure.PROMPT),
        of.applyAsLong(Figure.PROMPT_WITHIN),
        delivered,
        undelivered,
        share(of.applyAsLong(Figure.WITHIN), of.applyAsLong(Figure.MESSAGES)),
        share(of.applyAsLong(Figure.PROMPT_WITHIN), of.applyAsLong(Figure.PROMPT)),
        share(delivered, delivered + undelivered == 0 ? 0 : left));
  }

  /** All of them as one. */
  static Day sum(String day, String channel, List<Day> days) {
    return of(day, channel, figure -> days.stream().mapToLong(it -> it.of(figure)).sum());
  }

  private long of(Figure figure) {
    return switch (figure) {
      case MESSAGES -> messages;
      case LEFT -> left;
      case WITHIN -> within10;
      case PROMPT -> prompt;
      case PROMPT_WITHIN -> promptWithin10;
      case DELIVERED -> delivered;
      case UNDELIVERED -> undelivered;
    };
  }

  /** Rounded down: 99.996% is not all. */
  private static @Nullable BigDecimal share(long part, long whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.DOWN);
  }
}
