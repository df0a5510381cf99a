package dev.hoso.local.template;

import java.util.List;
import java.util.Optional;

/** Reads a function's {@code S3} event, and what becomes of events that the function fails at. */
final class BucketReader {
  /** What Lambda does where the template says nothing. */
  private static final int RETRIES = 2;

  private BucketReader() {}

  /** Retries of an asynchronous call, and where it goes then. */
  record Invoke(int attempts, Optional<String> onFailure) {
    static Invoke read(Section config) {
      config.without("MaximumEventAgeInSeconds");
      int attempts = config.number("MaximumRetryAttempts", RETRIES);
      Section destination = config.section("DestinationConfig");
      Section failure = destination.section("OnFailure");
      Optional<String> arn = failure.textIfAny("Destination");
      if (arn.isPresent() && !failure.textIfAny("Type").orElse("SQS").equals("SQS")) {
        throw failure.refuse("Type", "only SQS is supported");
      }
      failure.end();
      destination.end();
      config.end();
      return new Invoke(attempts, arn.map(it -> it.substring(it.lastIndexOf(':') + 1)));
    }
  }

  static BucketSource read(String function, String name, Section properties, Invoke invoke) {
    Section filter = properties.section("Filter");
    Section key = filter.section("S3Key");
    String prefix = "";
    String suffix = "";
    for (Section rule : key.sections("Rules")) {
      switch (rule.text("Name")) {
        case "prefix" -> prefix = rule.text("Value");
        case "suffix" -> suffix = rule.text("Value");
        default -> throw rule.refuse("Name", "prefix or suffix is expected");
      }
      rule.end();
    }
    key.end();
    filter.end();
    return new BucketSource(
        function,
        name,
        properties.text("Bucket"),
        events(properties),
        prefix,
        suffix,
        invoke.attempts(),
        invoke.onFailure());
  }

  private static List<String> events(Section properties) {
    List<String> events =
        properties.value("Events").orElse("") instanceof List<?>
            ? properties.texts("Events")
            : List.of(properties.text("Events"));
    for (String event : events) {
      if (!event.startsWith("s3:ObjectCreated:")) {
        throw properties.refuse("Events", event + " is not supported, only s3:ObjectCreated is");
      }
    }
    return events;
  }
}
