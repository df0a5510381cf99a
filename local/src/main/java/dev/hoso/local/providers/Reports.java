package dev.hoso.local.providers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.LiveLog;
import dev.hoso.local.functions.Function;
import dev.hoso.local.functions.FunctionError;
import dev.hoso.local.functions.FunctionTimeout;
import dev.hoso.local.functions.Functions;
import dev.hoso.local.template.FunctionDefinition;
import dev.hoso.local.template.LogSubscription;
import dev.hoso.local.template.Template;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands what topics and logs tell to the functions that the template names for it: what becomes of
 * messages, and what is published. Each has it a moment after the message was taken, and again
 * where the function throws, as Lambda does with events that nobody waits for. Lambda waits a
 * minute and two; here it is quicker.
 */
public final class Reports implements AutoCloseable {
  private static final List<Duration> TRIES =
      List.of(Duration.ofMillis(300), Duration.ofSeconds(1), Duration.ofSeconds(2));

  private final List<FunctionDefinition> ofTopics;
  private final List<String> ofLogs;
  private final LiveLog log;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile @Nullable Functions functions;

  /** To whomever the template names. */
  public Reports(Template template, LiveLog log) {
    this.ofTopics =
        template.functions().stream().filter(function -> !function.topics().isEmpty()).toList();
    this.ofLogs = template.logs().stream().map(LogSubscription::function).distinct().toList();
    this.log = log;
  }

  /** From now on they can be called. */
  public void to(Functions all) {
    this.functions = all;
  }

  /** A notice of a topic. */
  void notice(String topic, ObjectNode event) {
    ofTopics.stream()
        .filter(function -> function.topics().contains(topic))
        .forEach(function -> later(function.name(), event));
  }

  /** A line of a log. */
  void line(ObjectNode event) {
    ofLogs.forEach(function -> later(function, event));
  }

  private void later(String function, ObjectNode event) {
    threads.execute(() -> call(function, Json.bytes(event)));
  }

  private void call(String name, byte[] event) {
    try {
      for (Duration wait : TRIES) {
        if (stop.await(wait.toMillis(), TimeUnit.MILLISECONDS) || called(name, event)) {
          return;
        }
      }
      log.say("failure", name + " did not take a notice in");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean called(String name, byte[] event) throws InterruptedException {
    Functions all = functions;
    if (all == null) {
      return false;
    }
    Function function = all.get(name);
    try {
      function.invoke(event);
      return true;
    } catch (FunctionError | FunctionTimeout e) {
      log.say("report", name + " wants it again: " + e.getMessage());
      return false;
    }
  }

  /** Reports nothing more, and waits for calls under way. */
  @Override
  public void close() {
    stop.countDown();
    threads.close();
  }
}
