package dev.hoso.core.lambda;

import io.avaje.jsonb.Json;
import java.util.List;

/** Which changes of a batch failed; none means that all were taken in. */
@Json
public record StreamAnswer(List<Failure> batchItemFailures) {

  /** One change that failed, by its sequence number. */
  @Json
  public record Failure(String itemIdentifier) {}
}
