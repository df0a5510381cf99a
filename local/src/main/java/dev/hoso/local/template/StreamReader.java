package dev.hoso.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads a function's {@code DynamoDB} event. */
final class StreamReader {
  private StreamReader() {}

  static StreamSource read(String function, String name, Section properties) {
    properties.without("Enabled", "KmsKeyArn", "MetricsConfig", "MaximumBatchingWindowInSeconds");
    return new StreamSource(
        function,
        name,
        LocalNames.tableOfStream(properties.text("Stream")),
        properties.number("BatchSize", 100),
        properties.number("ParallelizationFactor", 1),
        latest(properties),
        properties.number("MaximumRetryAttempts", -1),
        age(properties),
        properties.flag("BisectBatchOnFunctionError"),
        itemFailures(properties),
        patterns(properties.section("FilterCriteria")),
        onFailure(properties.section("DestinationConfig")));
  }

  private static boolean latest(Section properties) {
    return switch (properties.text("StartingPosition")) {
      case "TRIM_HORIZON" -> false;
      case "LATEST" -> true;
      default -> throw properties.refuse("StartingPosition", "TRIM_HORIZON or LATEST is expected");
    };
  }

  private static Optional<Duration> age(Section properties) {
    int seconds = properties.number("MaximumRecordAgeInSeconds", -1);
    return seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
  }

  private static boolean itemFailures(Section properties) {
    List<String> types = properties.texts("FunctionResponseTypes");
    if (!List.of("ReportBatchItemFailures").containsAll(types)) {
      throw properties.refuse("FunctionResponseTypes", types + " is not supported");
    }
    return !types.isEmpty();
  }

  private static List<String> patterns(Section criteria) {
    List<String> patterns =
        criteria.sections("Filters").stream().map(filter -> filter.text("Pattern")).toList();
    criteria.end();
    return patterns;
  }

  private static Optional<String> onFailure(Section destination) {
    Section failure = destination.section("OnFailure");
    Optional<String> arn = failure.textIfAny("Destination");
    if (arn.isPresent() && !failure.textIfAny("Type").orElse("SQS").equals("SQS")) {
      throw failure.refuse("Type", "only SQS is supported");
    }
    failure.end();
    destination.end();
    return arn.map(text -> text.substring(text.lastIndexOf(':') + 1));
  }
}
