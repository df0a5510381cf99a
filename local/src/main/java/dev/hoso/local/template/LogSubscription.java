package dev.hoso.local.template;

/**
 * A function that is called with a log's lines.
 *
 * @param log the logical id of the log, or its name where the template does not make it
 */
public record LogSubscription(String log, String function) {
  static LogSubscription read(Section properties) {
    properties.without("FilterName", "RoleArn", "Distribution");
    if (!properties.textIfAny("FilterPattern").orElse("").isEmpty()) {
      throw properties.refuse(
          "FilterPattern", "a pattern is not supported, all lines are handed over");
    }
    String destination = properties.text("DestinationArn");
    // SAM's Function.Alias, or the function's own name.
    String function =
        destination.substring(destination.lastIndexOf(':') + 1).replaceFirst("\\.Alias$", "");
    LogSubscription subscription = new LogSubscription(properties.text("LogGroupName"), function);
    properties.end();
    return subscription;
  }
}
