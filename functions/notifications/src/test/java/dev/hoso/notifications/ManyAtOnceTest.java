package dev.hoso.notifications;

import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hoso.core.Language;
import dev.hoso.core.dynamo.Update;
import dev.hoso.notifications.ProvidersForTests.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What waited is sent several at once, and each once all the same. */
class ManyAtOnceTest {
  private static final int AT_ONCE = 4;
  private static final int MANY = 16;

  private final CityForTests city =
      new CityForTests(Map.of("HOSO_SEND_AT_ONCE", String.valueOf(AT_ONCE)));
  private final Messages messages =
      new Messages(city.table, Duration.ofDays(1), Manners.load(null));

  @AfterEach
  void close() {
    city.close();
  }

  @Test
  void asManyAreHandedOverAtOnceAsAreSet() {
    CyclicBarrier together = new CyclicBarrier(AT_ONCE);
    city.providers.sns =
        form -> {
          meet(together);
          return Answer.TAKEN;
        };
    waiting("dossier-received", 0, MANY);
    city.minute();
    assertThat(city.providers.numbers()).hasSize(MANY).doesNotHaveDuplicates();
  }

  @Test
  void severalExecutionsAtOnceSendEachOnce() {
    waiting("dossier-received", 0, MANY);
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < 4; n++) {
        executor.submit(() -> city.minute());
      }
    }
    assertThat(city.providers.numbers()).hasSize(MANY).doesNotHaveDuplicates();
  }

  @Test
  void oneThatCannotBeDealtWithHoldsBackNoOther() {
    waiting("dossier-received", 0, MANY);
    city.channels(ManyAtOnceTest::faulty);
    city.minute();
    assertThat(city.providers.numbers()).hasSize(MANY - 1).doesNotContain(number(3));
    assertThat(due("message")).isEmpty();
    city.channels(channel -> channel);
    city.clock.advance(Retries.LEASE);
    city.minute();
    assertThat(city.providers.numbers()).hasSize(MANY).contains(number(3));
  }

  @Test
  void whatPeopleWaitForIsAllHandedOverBeforeAnyAnnouncement() {
    announced(MANY);
    waiting("dossier-received", 100, 100 + MANY);
    AtomicInteger first = new AtomicInteger();
    AtomicInteger tooEarly = new AtomicInteger();
    city.providers.sns =
        form -> {
          boolean announcement = form.get("Message").equals("announcement");
          if (announcement && first.get() < MANY) {
            tooEarly.incrementAndGet();
          } else if (!announcement) {
            first.incrementAndGet();
          }
          return Answer.TAKEN;
        };
    city.minute();
    assertThat(city.texts()).hasSize(2 * MANY);
    assertThat(tooEarly).hasValue(0);
  }

  @Test
  void factsOfOneDossierAreStillOneMessage() {
    DossierForTests papers = dossier().status(5, 2).with("statusReason", "Thieu don.");
    city.becomes(dossier(), papers);
    city.becomes(papers, dossier().status(6, 3));
    city.minutes(3);
    assertThat(city.texts()).hasSize(1).first().asString().contains("bo sung", "nop phi");
    assertThat(city.providers.emails).hasSize(1);
  }

  @Test
  void withoutTimeNothingIsBegunAndWhatIsLeftComesInTheNextMinute() {
    waiting("dossier-received", 0, MANY);
    city.minute(7_999);
    assertThat(city.providers.numbers()).isEmpty();
    city.minute();
    assertThat(city.providers.numbers()).hasSize(MANY);
  }

  @Test
  void theProvidersPaceHoldsForAllOfThemTogether() {
    int perSecond = 16;
    int many = 40;
    Map<String, String> settings =
        Map.of("HOSO_SEND_AT_ONCE", "8", "HOSO_PER_SECOND_SMS", String.valueOf(perSecond));
    try (CityForTests paced = new CityForTests(settings)) {
      leave(new Messages(paced.table, Duration.ofDays(1), Manners.load(null)), many);
      paced.clock.go();
      long start = System.nanoTime();
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                paced.minute();
                return paced.providers.sms.size() == many;
              });
      // A bucket of four is full in the beginning; all others must be earned.
      Duration least = Duration.ofMillis(1000L * (many - 4) / perSecond);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(least);
      assertThat(paced.providers.numbers()).doesNotHaveDuplicates();
    }
  }

  /** One message is too much for it. */
  private static Channel faulty(Channel channel) {
    return new ChangedChannel(
        channel,
        message -> {
          if (message.to().equals(number(3))) {
            throw new IllegalStateException("a fault of ours");
          }
          return channel.send(message);
        });
  }

  private void waiting(String template, int from, int to) {
    for (int n = from; n < to; n++) {
      leave("H26.15-261123-%04d".formatted(n), template, "received", n);
    }
  }

  private void leave(Messages into, int count) {
    for (int n = 0; n < count; n++) {
      String dossier = "H26.15-261123-%04d".formatted(n);
      leave(into, dossier, "dossier-received", "received", n);
    }
  }

  private void announced(int count) {
    city.table.write(
        Update.of(Map.of("dossier", "announcements", "message", "A"))
            .set("salt", "salt")
            .set("name", "Closed")
            .set("list", "lists/a.csv")
            .set("status", "running")
            .set("createdAt", city.clock.instant()));
    for (int n = 0; n < count; n++) {
      leave("announcement A", "announcement", "announcement A " + n, n);
    }
  }

  private void leave(String dossier, String template, String fact, int n) {
    leave(messages, dossier, template, fact, n);
  }

  private void leave(Messages into, String dossier, String template, String fact, int n) {
    into.leave(
        new Message(
            dossier,
            "01",
            fact,
            template,
            "sms",
            number(n),
            Language.VI,
            new Wording(null, template, null, "GSM-7", 1),
            city.clock.instant(),
            null),
        "later",
        city.clock.instant(),
        city.clock.instant());
  }

  private List<?> due(String owed) {
    return messages.due(owed, city.clock.instant(), MANY);
  }

  private static String number(int n) {
    return "+8491234%04d".formatted(n);
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
