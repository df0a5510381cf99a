package dev.hoso.local.streams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.LiveLog;
import dev.hoso.local.functions.Function;
import dev.hoso.local.functions.FunctionError;
import dev.hoso.local.functions.FunctionTimeout;
import dev.hoso.local.template.StreamSource;
import java.time.Duration;
import java.util.List;

/** Calls a function with a batch, once. */
final class BatchCaller {
  private final Function function;
  private final StreamSource source;
  private final LiveLog log;

  BatchCaller(Function function, StreamSource source, LiveLog log) {
    this.function = function;
    this.source = source;
    this.log = log;
  }

  BatchAnswer call(List<StreamRecord> batch) throws InterruptedException {
    long start = System.nanoTime();
    BatchAnswer answer = outcome(batch);
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    log.say(
        "stream",
        "%s → %s: %s of %d, %d ms"
            .formatted(source.table(), source.function(), said(answer), batch.size(), millis));
    return answer;
  }

  private BatchAnswer outcome(List<StreamRecord> batch) throws InterruptedException {
    ObjectNode event = Json.object();
    ArrayNode records = event.putArray("Records");
    batch.forEach(record -> records.add(record.json()));
    try {
      byte[] answer = function.invoke(Json.bytes(event));
      return source.itemFailures() ? BatchAnswer.read(answer, batch) : new BatchAnswer.Done();
    } catch (FunctionError e) {
      log.failure(function.name(), e);
      return new BatchAnswer.Failed(e.type());
    } catch (FunctionTimeout e) {
      return new BatchAnswer.Failed(String.valueOf(e.getMessage()));
    }
  }

  private static String said(BatchAnswer answer) {
    return switch (answer) {
      case BatchAnswer.Done done -> "all";
      case BatchAnswer.FailedFrom from -> from.index() + " done";
      case BatchAnswer.Failed failed -> "none (" + failed.why() + ")";
    };
  }
}
