package dev.hoso.local.streams;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.local.Json;
import java.io.UncheckedIOException;
import java.util.List;

/** What a function said about a batch. */
sealed interface BatchAnswer {
  record Done() implements BatchAnswer {}

  /** Records before the index are done; from there on they come again. */
  record FailedFrom(int index) implements BatchAnswer {}

  /** Nothing of the batch is done. */
  record Failed(String why) implements BatchAnswer {}

  /**
   * Reads the answer of a function that reports item failures
   * (docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html): an empty answer
   * or list is a success, a malformed or unknown identifier fails the whole batch.
   */
  static BatchAnswer read(byte[] answer, List<StreamRecord> batch) {
    if (answer.length == 0) {
      return new Done();
    }
    JsonNode json;
    try {
      json = Json.read(answer);
    } catch (UncheckedIOException e) {
      return new Failed("the answer is not JSON");
    }
    int lowest = batch.size();
    for (JsonNode failure : json.path("batchItemFailures")) {
      int index = indexOf(failure.path("itemIdentifier").asText(""), batch);
      if (index < 0) {
        return new Failed("an item identifier is not of this batch");
      }
      lowest = Math.min(lowest, index);
    }
    return lowest == batch.size() ? new Done() : new FailedFrom(lowest);
  }

  private static int indexOf(String sequence, List<StreamRecord> batch) {
    for (int i = 0; i < batch.size(); i++) {
      if (batch.get(i).sequence().equals(sequence)) {
        return i;
      }
    }
    return -1;
  }
}
