package dev.hoso.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A Lambda function and what triggers it.
 *
 * @param code its package: a zip, or a folder of the same content
 * @param handler its class, with {@code ::method} where that is given
 * @param topics the topics whose notices it is called with
 */
public record FunctionDefinition(
    String name,
    Path code,
    String handler,
    Map<String, String> environment,
    Duration timeout,
    List<Route> routes,
    List<StreamSource> streams,
    List<ScheduleSource> schedules,
    List<BucketSource> buckets,
    List<String> topics) {}
