package dev.hoso.local.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.LiveLog;
import dev.hoso.local.functions.Function;
import dev.hoso.local.functions.FunctionError;
import dev.hoso.local.functions.FunctionTimeout;
import dev.hoso.local.functions.Functions;
import dev.hoso.local.streams.Failures;
import dev.hoso.local.template.BucketSource;
import dev.hoso.local.template.LocalNames;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Calls functions for objects that were put into buckets, as S3 and Lambda's asynchronous calls do:
 * nobody waits for it, a call that fails is repeated, and at last the event goes to the on-failure
 * destination. What is under way when the runtime stops is lost: put the object again.
 */
public final class ObjectEvents implements AutoCloseable {
  /** Lambda waits a minute, then two. */
  private static final Duration FIRST_GAP = Duration.ofMillis(500);

  private final List<BucketSource> sources;
  private final Functions functions;
  private final Failures failures;
  private final InstantSource clock;
  private final LiveLog log;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

  /** Events for these sources. */
  public ObjectEvents(
      List<BucketSource> sources,
      Functions functions,
      Failures failures,
      InstantSource clock,
      LiveLog log) {
    this.sources = List.copyOf(sources);
    this.functions = functions;
    this.failures = failures;
    this.clock = clock;
    this.log = log;
  }

  /** An object was put. */
  public void put(StoredObject object) {
    for (BucketSource source : sources) {
      if (source.hears(object.bucket(), object.key(), object.event())) {
        calls.execute(() -> run(source, event(source, object)));
      }
    }
  }

  private void run(BucketSource source, ObjectNode event) {
    try {
      deliver(source, event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) { // Other objects must be told of whatever happened to one.
      log.say("failure", source.function() + ": " + e);
    }
  }

  private void deliver(BucketSource source, ObjectNode event) throws InterruptedException {
    Function function = functions.get(source.function());
    String error = called(function, event);
    int attempts = 1;
    while (!error.isEmpty() && attempts <= source.attempts()) {
      if (stop.await(FIRST_GAP.toMillis() << (attempts - 1), TimeUnit.MILLISECONDS)) {
        log.say("failure", source.function() + " was stopped; put the object again");
        return;
      }
      error = called(function, event);
      attempts++;
    }
    if (!error.isEmpty()) {
      failures.add(source, event, error, attempts);
    }
  }

  /** What went wrong; empty where nothing did. */
  private String called(Function function, ObjectNode event) throws InterruptedException {
    long start = System.nanoTime();
    try {
      function.invoke(Json.bytes(event));
      long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
      log.say("object", function.name() + ", " + millis + " ms");
      return "";
    } catch (FunctionError e) {
      log.failure(function.name(), e);
      return e.type();
    } catch (FunctionTimeout e) {
      log.say("failure", String.valueOf(e.getMessage()));
      return e.getClass().getName();
    }
  }

  /**
   * As S3 writes it.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">its
   *     structure</a>
   */
  private ObjectNode event(BucketSource source, StoredObject object) {
    ObjectNode event = Json.object();
    ObjectNode record = event.putArray("Records").addObject();
    record.put("eventVersion", "2.1").put("eventSource", "aws:s3");
    record.put("awsRegion", LocalNames.REGION).put("eventTime", clock.instant().toString());
    record.put("eventName", object.event());
    ObjectNode s3 = record.putObject("s3");
    s3.put("s3SchemaVersion", "1.0").put("configurationId", source.name());
    s3.putObject("bucket")
        .put("name", object.bucket())
        .put("arn", "arn:aws:s3:::" + object.bucket());
    s3.putObject("object")
        .put("key", URLEncoder.encode(object.key(), StandardCharsets.UTF_8).replace("%2F", "/"))
        .put("size", object.size())
        .put("eTag", object.eTag().replace("\"", ""));
    return event;
  }

  /** Finishes the calls under way. */
  @Override
  public void close() {
    stop.countDown();
    calls.close();
  }
}
