package dev.hoso.local.time;

import dev.hoso.local.LiveLog;
import dev.hoso.local.functions.Functions;
import dev.hoso.local.template.ScheduleSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** All schedules, each with a thread of its own: a slow one delays no other. */
public final class Schedules implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(250);

  /**
   * Between the first calls of two schedules: a dozen functions that are loaded at once would keep
   * whoever has just started the system waiting.
   */
  private static final Duration APART = Duration.ofSeconds(1);

  private final InstantSource clock;
  private final List<Ticker> tickers;
  private final List<Thread> threads = new ArrayList<>();
  private final CountDownLatch stop = new CountDownLatch(1);

  public Schedules(
      List<ScheduleSource> sources, Functions functions, InstantSource clock, LiveLog log) {
    this.clock = clock;
    this.tickers =
        sources.stream()
            .map(source -> new Ticker(source, functions.get(source.function()), log))
            .toList();
  }

  public void start() {
    for (int place = 0; place < tickers.size(); place++) {
      Ticker ticker = tickers.get(place);
      Duration first = APART.multipliedBy(place);
      threads.add(Thread.ofVirtual().start(() -> run(ticker, first)));
    }
  }

  private void run(Ticker ticker, Duration first) {
    try {
      if (stop.await(first.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      while (!stop.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        ticker.tick(clock.instant());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Calls what is due now; when it returns, those calls are over. */
  public void wake() throws InterruptedException {
    List<Thread> calls = new ArrayList<>();
    for (Ticker ticker : tickers) {
      calls.add(Thread.ofVirtual().start(() -> tickNow(ticker)));
    }
    for (Thread call : calls) {
      call.join();
    }
  }

  private void tickNow(Ticker ticker) {
    try {
      ticker.tick(clock.instant());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Calls nothing more and waits for calls under way. */
  @Override
  public void close() {
    stop.countDown();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
