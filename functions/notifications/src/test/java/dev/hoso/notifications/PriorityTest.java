package dev.hoso.notifications;

import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hoso.core.Language;
import dev.hoso.notifications.ProvidersForTests.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who goes first where not all can go at once. */
class PriorityTest {
  private static final int PER_SECOND = 16;

  /** What SNS takes in a second before it throttles. */
  private static final int QUOTA = 20;

  private final CityForTests city =
      new CityForTests(Map.of("HOSO_PER_SECOND_SMS", String.valueOf(PER_SECOND)));
  private final Messages messages =
      new Messages(city.table, Duration.ofDays(1), Manners.load(null));
  private final AtomicInteger throttled = new AtomicInteger();

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void whatPeopleWaitForIsSentBeforeAReminderThatWaitsLonger() {
    city.written(due("H26.15-261123-0001"));
    remind("H26.15-261123-0001", city.clock.instant().minusSeconds(600));
    messages.leave(
        received("H26.15-261123-0002"), "later", city.clock.instant(), city.clock.instant());

    city.minute();

    assertThat(city.texts()).hasSize(2);
    assertThat(city.texts().get(0)).isEqualTo("text");
    assertThat(city.texts().get(1)).contains("chua nop");
  }

  @Test
  void whileManyExecutionsSendRemindersEveryCodeGoesAtOnce() {
    for (int n = 1000; n < 1150; n++) {
      String code = "H26.15-261123-" + n;
      city.written(due(code));
      remind(code, city.clock.instant());
    }
    city.providers.sns = quota();
    city.clock.go();
    AtomicBoolean over = new AtomicBoolean();
    List<Duration> took = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < 6; n++) {
        executor.submit(() -> remindUntil(over));
      }
      await().atMost(Duration.ofSeconds(90)).until(() -> city.providers.sms.size() > 10);
      for (int n = 0; n < 20; n++) {
        took.add(code("code " + n));
      }
      over.set(true);
    }

    // What is turned away waits for the next minute.
    assertThat(took).allSatisfy(it -> assertThat(it).isLessThan(Duration.ofSeconds(20)));
    assertThat(city.texts().stream().filter(it -> it.contains("470815"))).hasSize(20);
    // They were under way all the time, and none was sent twice.
    assertThat(city.texts().stream().filter(it -> it.contains("chua nop")).count())
        .isGreaterThan(10);
    assertThat(city.providers.numbers()).hasSameSizeAs(city.texts());
    assertThat(throttled.get()).isLessThan(city.providers.sms.size() / 4);
  }

  private Void remindUntil(AtomicBoolean over) {
    while (!over.get()) {
      city.minute(8_200);
    }
    return null;
  }

  private Duration code(String name) {
    Dossier dossier = dossier("H26.15-261123-0042").read();
    Urgent urgent = city.urgent();
    Urgent.Way way = urgent.way(dossier, "sms").orElseThrow();
    long start = System.nanoTime();
    Sending sending =
        urgent.tell(way, dossier, Language.VI, new Fact.OneTimeCode(name, "470815", 5));
    assertThat(sending).isInstanceOf(Sending.Taken.class);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** A provider that takes 80 ms and so many in any second. */
  private java.util.function.Function<Map<String, String>, Answer> quota() {
    Deque<Long> calls = new ArrayDeque<>();
    return form -> {
      LockSupport.parkNanos(Duration.ofMillis(80).toNanos());
      long now = System.nanoTime();
      synchronized (calls) {
        while (!calls.isEmpty() && now - calls.peek() > 1_000_000_000L) {
          calls.poll();
        }
        if (calls.size() >= QUOTA) {
          throttled.incrementAndGet();
          return Answer.THROTTLED;
        }
        calls.add(now);
        return Answer.TAKEN;
      }
    };
  }

  private void remind(String code, Instant at) {
    Message reminder = message(code, "fee-reminder", "reminder 1 of status 6 at 2", at);
    messages.leave(reminder, "planned", at, at);
  }

  private Message received(String code) {
    return message(code, "dossier-received", "received", city.clock.instant());
  }

  private static Message message(String code, String template, String fact, Instant at) {
    return new Message(
        code,
        "01",
        fact,
        template,
        "sms",
        "+84912345678",
        Language.VI,
        new Wording(null, "text", null, "GSM-7", 1),
        at,
        null);
  }

  private static DossierForTests due(String code) {
    return dossier(code).status(6, 2).payment("TT1", "pending");
  }
}
