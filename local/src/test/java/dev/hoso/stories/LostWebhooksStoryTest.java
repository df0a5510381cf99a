package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A day at which a tenth of the webhooks never came. */
class LostWebhooksStoryTest {
  private static final List<String> GATEWAYS =
      List.of("vnpay", "momo", "zalopay", "payos", "stripe", "govukpay", "dvcqg");
  private static final int PAYMENTS = 70;
  private static final int PEOPLE_AT_ONCE = 8;

  private final City city = TheCity.running();
  private final Payer payer = new Payer(city);

  @AfterEach
  void backToNow() {
    payer.backToNow();
  }

  @Test
  void endsWithEveryPaymentPaid() throws Exception {
    int before = neverTold();
    List<String> dossiers = payAll();
    await().until(() -> neverTold() - before == PAYMENTS / 10);

    payer.later(Duration.ofMinutes(6), 2);

    await().until(() -> unpaid(dossiers), List::isEmpty);
    assertThat(dossiers)
        .allSatisfy(
            code -> assertThat(city.dossier(code).at("/payments/0/late").asBoolean()).isFalse());
  }

  /** How many payments their gateways have, and told nobody of. */
  private int neverTold() {
    return (int)
        payer.orders().stream()
            .filter(it -> it.path("state").asText().equals("paid"))
            .filter(it -> it.path("webhookAnswers").isEmpty())
            .count();
  }

  private List<String> unpaid(List<String> dossiers) {
    return dossiers.stream()
        .filter(it -> !city.dossier(it).at("/payments/0/status").asText().equals("paid"))
        .toList();
  }

  private List<String> payAll() throws Exception {
    List<Callable<String>> people = new ArrayList<>();
    for (int number = 0; number < PAYMENTS; number++) {
      String gateway = GATEWAYS.get(number % GATEWAYS.size());
      String button = number % 10 == 0 ? "LOST" : "PAID";
      people.add(() -> paid(gateway, button));
    }
    List<String> dossiers = new ArrayList<>();
    try (ExecutorService all = Executors.newFixedThreadPool(PEOPLE_AT_ONCE)) {
      for (Future<String> one : all.invokeAll(people)) {
        dossiers.add(one.get());
      }
    }
    return dossiers;
  }

  private String paid(String gateway, String button) {
    String code = City.newCode();
    city.register(code, City.newPhone(), "vi", 2);
    payer.pay(payer.ask(code, gateway), button);
    return code;
  }
}
