package dev.hoso.local.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.local.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchAnswerTest {
  private static final List<StreamRecord> BATCH =
      Stream.of("1", "2", "3").map(n -> new StreamRecord(n, Instant.EPOCH, Json.object())).toList();

  private static BatchAnswer read(String answer) {
    return BatchAnswer.read(answer.getBytes(StandardCharsets.UTF_8), BATCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "{}", "{\"batchItemFailures\":[]}", "{\"batchItemFailures\":null}"})
  void anEmptyAnswerIsASuccess(String answer) {
    assertThat(read(answer)).isEqualTo(new BatchAnswer.Done());
  }

  @Test
  void theLowestFailedRecordIsWhereTheBatchGoesOn() {
    assertThat(
            read("{\"batchItemFailures\":[{\"itemIdentifier\":\"3\"},{\"itemIdentifier\":\"2\"}]}"))
        .isEqualTo(new BatchAnswer.FailedFrom(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"9\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
        "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
        "{\"batchItemFailures\":[{\"other\":\"2\"}]}",
        "not json"
      })
  void aMalformedAnswerFailsTheWholeBatch(String answer) {
    assertThat(read(answer)).isInstanceOf(BatchAnswer.Failed.class);
  }
}
