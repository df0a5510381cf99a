package dev.hoso.local.template;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a function's {@code ScheduleV2} or {@code Schedule} event. */
final class ScheduleReader {
  private static final Pattern RATE =
      Pattern.compile("rate\\((\\d+) (second|minute|hour|day)s?\\)");

  private ScheduleReader() {}

  /**
   * Reads the event.
   *
   * @return nothing for a schedule that is switched off
   */
  static Optional<ScheduleSource> read(
      String function, String name, Section properties, boolean rule) {
    properties.without(
        "DeadLetterConfig",
        "Description",
        "FlexibleTimeWindow",
        "GroupName",
        "KmsKeyArn",
        "Name",
        "OmitName",
        "PermissionsBoundary",
        "RetryPolicy",
        "RoleArn",
        "ScheduleExpressionTimezone");
    Duration every = every(properties, rule ? "Schedule" : "ScheduleExpression");
    boolean off =
        properties.textIfAny("State").orElse("ENABLED").equals("DISABLED")
            || properties.textIfAny("Enabled").orElse("true").equals("false");
    Optional<String> input = properties.textIfAny("Input");
    return off
        ? Optional.empty()
        : Optional.of(new ScheduleSource(function, name, every, rule, input));
  }

  private static Duration every(Section properties, String property) {
    String expression = properties.text(property);
    Matcher rate = RATE.matcher(expression);
    if (!rate.matches()) {
      throw properties.refuse(property, expression + " is not supported, only rate(…) is");
    }
    long count = Long.parseLong(rate.group(1));
    return switch (rate.group(2)) {
      case "second" -> Duration.ofSeconds(count);
      case "minute" -> Duration.ofMinutes(count);
      case "hour" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
