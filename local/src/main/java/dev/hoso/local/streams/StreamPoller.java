package dev.hoso.local.streams;

import dev.hoso.local.LiveLog;
import dev.hoso.local.database.Database;
import dev.hoso.local.functions.Function;
import dev.hoso.local.template.StreamSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** One mapping of a stream to a function, polled by one thread; its lanes have a thread each. */
public final class StreamPoller implements AutoCloseable {
  /** Lambda asks four times a second; a person at a screen is told a little sooner. */
  private static final Duration IDLE = Duration.ofMillis(100);

  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

  private final StreamSource source;
  private final RecordFilter filter;
  private final Shards shards;
  private final Delivery delivery;
  private final LiveLog log;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread thread;

  /** Makes a poller that {@link #start} sets to work. */
  public StreamPoller(
      StreamSource source, Function function, Database database, Failures failures, LiveLog log) {
    this.source = source;
    this.filter = new RecordFilter(source);
    this.shards = new Shards(database, new Checkpoints(database.tables()), source);
    this.delivery = new Delivery(source, new BatchCaller(function, source, log), failures, stop);
    this.log = log;
    String name = "stream " + source.table() + " to " + source.function();
    this.thread = Thread.ofVirtual().name(name).unstarted(this::poll);
  }

  public void start() {
    thread.start();
  }

  private void poll() {
    try {
      while (stop.getCount() > 0) {
        Duration gap = pollOnce();
        if (stop.await(gap.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration pollOnce() throws InterruptedException {
    try {
      boolean any = false;
      for (ShardReader shard : shards.readable()) {
        any |= read(shard);
      }
      return any ? Duration.ZERO : IDLE;
    } catch (RuntimeException e) { // The stream must go on whatever happened to one read.
      log.say("failure", "reading " + source.table() + " for " + source.function() + ": " + e);
      return AFTER_TROUBLE;
    }
  }

  private boolean read(ShardReader shard) throws InterruptedException {
    // DynamoDB gives at most 1000 records at a time.
    List<StreamRecord> window = shard.read(Math.min(1000, source.batchSize() * source.parallel()));
    if (window.isEmpty()) {
      return false;
    }
    if (deliver(window)) {
      shard.done(window.getLast().sequence());
    } else {
      shard.rewind();
    }
    return true;
  }

  private boolean deliver(List<StreamRecord> window) throws InterruptedException {
    Map<Integer, List<StreamRecord>> byLane = new TreeMap<>();
    window.stream()
        .filter(filter::passes)
        .forEach(
            record ->
                byLane
                    .computeIfAbsent(record.lane(source.parallel()), lane -> new ArrayList<>())
                    .add(record));
    List<Future<?>> running = new ArrayList<>();
    byLane.values().forEach(records -> running.add(lanes.submit(() -> deliverInOrder(records))));
    boolean all = true;
    for (Future<?> one : running) {
      all &= finished(one);
    }
    return all;
  }

  private Void deliverInOrder(List<StreamRecord> records) throws InterruptedException {
    for (int from = 0; from < records.size(); from += source.batchSize()) {
      delivery.deliver(records.subList(from, Math.min(records.size(), from + source.batchSize())));
    }
    return null;
  }

  private boolean finished(Future<?> lane) throws InterruptedException {
    try {
      lane.get();
      return true;
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof CancellationException)) {
        log.say("failure", source.table() + " to " + source.function() + ": " + e.getCause());
      }
      return false;
    }
  }

  /** Finishes the batches under way. */
  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lanes.close();
  }
}
