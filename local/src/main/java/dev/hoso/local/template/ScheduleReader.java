package dev.hoso.local.template;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a function's {@code ScheduleV2} or {@code Schedule} event. */
final class ScheduleReader {
  private static final Pattern RATE =
      Pattern.compile("rate\\((\\d+) (second|minute|hour|day)s?\\)");

  private static final Pattern CRON = Pattern.compile("cron\\((.+)\\)");

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
        "RoleArn");
    Timing timing = timing(properties, rule ? "Schedule" : "ScheduleExpression");
    boolean off =
        properties.textIfAny("State").orElse("ENABLED").equals("DISABLED")
            || properties.textIfAny("Enabled").orElse("true").equals("false");
    Optional<String> input = properties.textIfAny("Input");
    return off
        ? Optional.empty()
        : Optional.of(new ScheduleSource(function, name, timing, rule, input));
  }

  private static Timing timing(Section properties, String property) {
    String expression = properties.text(property);
    ZoneId zone = ZoneId.of(properties.textIfAny("ScheduleExpressionTimezone").orElse("UTC"));
    Matcher rate = RATE.matcher(expression);
    if (rate.matches()) {
      return new Rate(every(Long.parseLong(rate.group(1)), rate.group(2)));
    }
    Matcher cron = CRON.matcher(expression);
    try {
      if (cron.matches()) {
        return Cron.parse(cron.group(1), zone);
      }
    } catch (IllegalArgumentException e) {
      // It is told below.
    }
    throw properties.refuse(
        property,
        expression + " is not supported, only rate(…) and cron(minutes hours ? * days *) are");
  }

  private static Duration every(long count, String unit) {
    return switch (unit) {
      case "second" -> Duration.ofSeconds(count);
      case "minute" -> Duration.ofMinutes(count);
      case "hour" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
