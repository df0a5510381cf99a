package dev.hoso.local.template;

import java.util.Locale;

/** Amazon resource names as they look in the deployed system, of an account that does not exist. */
public final class LocalNames {
  public static final String REGION = "ap-southeast-1";

  private LocalNames() {}

  public static String arn(String service, String name) {
    return "arn:aws:" + service + ":" + REGION + ":000000000000:" + name;
  }

  public static String function(String name) {
    return arn("lambda", "function:" + name);
  }

  public static String table(String name) {
    return arn("dynamodb", "table/" + name);
  }

  public static String stream(String table) {
    return table(table) + "/stream/local";
  }

  /** Buckets have no capitals. */
  static String bucket(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The table of a {@link #stream}, or the text itself if it is none. */
  static String tableOfStream(String arn) {
    String start = table("");
    String end = "/stream/local";
    return arn.startsWith(start) && arn.endsWith(end)
        ? arn.substring(start.length(), arn.length() - end.length())
        : arn;
  }
}
