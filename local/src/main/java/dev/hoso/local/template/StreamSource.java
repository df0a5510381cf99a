package dev.hoso.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a table's stream reaches a function.
 *
 * @param latest whether a first start leaves out what is already in the stream
 * @param attempts retries after the first call, or -1 for no end
 * @param maximumAge of a record, if there is a limit
 * @param patterns of which a record needs to match one; all pass if there are none
 * @param onFailure the queue for what could not be processed
 */
public record StreamSource(
    String function,
    String name,
    String table,
    int batchSize,
    int parallel,
    boolean latest,
    int attempts,
    Optional<Duration> maximumAge,
    boolean bisect,
    boolean itemFailures,
    List<String> patterns,
    Optional<String> onFailure) {}
