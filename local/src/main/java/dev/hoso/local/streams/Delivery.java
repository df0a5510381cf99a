package dev.hoso.local.streams;

import dev.hoso.local.template.StreamSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Brings a batch to its function until it is done or given up. A batch that gets nowhere is split
 * where the mapping says so; what remains is repeated after gaps that grow, and at last goes to the
 * on-failure destination. Splitting does not count as a repetition, as on AWS.
 */
final class Delivery {
  private static final Duration FIRST_GAP = Duration.ofMillis(100);
  private static final Duration LONGEST_GAP = Duration.ofSeconds(2);

  private final StreamSource source;
  private final BatchCaller caller;
  private final Failures failures;
  private final CountDownLatch stop;

  /**
   * Makes a delivery.
   *
   * @param stop ends the waiting between repetitions
   */
  Delivery(StreamSource source, BatchCaller caller, Failures failures, CountDownLatch stop) {
    this.source = source;
    this.caller = caller;
    this.failures = failures;
    this.stop = stop;
  }

  /**
   * Delivers.
   *
   * @throws CancellationException if the runtime stops before the batch is done or given up
   */
  void deliver(List<StreamRecord> batch) throws InterruptedException {
    List<StreamRecord> left = dropTooOld(batch);
    int attempts = 0;
    while (!left.isEmpty()) {
      attempts++;
      int done = progress(caller.call(left), left.size());
      if (done > 0) {
        left = left.subList(done, left.size());
        attempts = 0;
      } else if (source.bisect() && left.size() > 1) {
        deliver(left.subList(0, left.size() / 2));
        left = left.subList(left.size() / 2, left.size());
        attempts = 0;
      } else if (source.attempts() >= 0 && attempts > source.attempts()) {
        failures.add(source, "RetryAttemptsExhausted", left, attempts);
        return;
      } else {
        pause(attempts);
        left = dropTooOld(left);
      }
    }
  }

  private static int progress(BatchAnswer answer, int size) {
    return switch (answer) {
      case BatchAnswer.Done done -> size;
      case BatchAnswer.FailedFrom from -> from.index();
      case BatchAnswer.Failed failed -> 0;
    };
  }

  /** Age is in real time, in which the stream's records were made. */
  private List<StreamRecord> dropTooOld(List<StreamRecord> batch) {
    if (source.maximumAge().isEmpty()) {
      return batch;
    }
    Instant oldest = Instant.now().minus(source.maximumAge().get());
    List<StreamRecord> tooOld =
        batch.stream().filter(record -> record.created().isBefore(oldest)).toList();
    if (tooOld.isEmpty()) {
      return batch;
    }
    failures.add(source, "RecordAgeExceeded", tooOld, 0);
    return batch.stream().filter(record -> !record.created().isBefore(oldest)).toList();
  }

  private void pause(int attempts) throws InterruptedException {
    long gap = Math.min(FIRST_GAP.toMillis() << Math.min(attempts - 1, 10), LONGEST_GAP.toMillis());
    if (stop.await(gap, TimeUnit.MILLISECONDS)) {
      throw new CancellationException("stopped; the batch comes again");
    }
  }
}
