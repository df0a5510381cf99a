package dev.hoso.local.template;

import java.util.List;
import java.util.Optional;

/**
 * How a function hears of objects that are put into a bucket.
 *
 * @param events which ways of putting, as S3 names them: {@code s3:ObjectCreated:*}
 * @param prefix how the keys begin
 * @param suffix how they end
 * @param attempts retries after the first call
 * @param onFailure the queue for what could not be processed
 */
public record BucketSource(
    String function,
    String name,
    String bucket,
    List<String> events,
    String prefix,
    String suffix,
    int attempts,
    Optional<String> onFailure) {

  public BucketSource {
    events = List.copyOf(events);
  }

  /**
   * Whether the function hears of an object.
   *
   * @param event how it was put, such as {@code ObjectCreated:Put}
   */
  public boolean hears(String inBucket, String key, String event) {
    String named = "s3:" + event;
    return inBucket.equals(bucket)
        && key.startsWith(prefix)
        && key.endsWith(suffix)
        && events.stream()
            .anyMatch(it -> it.endsWith("*") ? named.startsWith(start(it)) : named.equals(it));
  }

  private static String start(String pattern) {
    return pattern.substring(0, pattern.length() - 1);
  }
}
