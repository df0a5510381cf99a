package dev.hoso.payments.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Update;
import dev.hoso.core.web.ApiAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second request for the same fee: answered as the first, or in its place. */
class FeeRepeatsTest {
  private static final AtomicInteger COUNT = new AtomicInteger(5000);
  private static final String FEE = "{'gateway':'vnpay','amount':50000}";
  private static final String ELSEWHERE = "{'gateway':'standard','amount':50000}";

  private final String dossier = "H26.15-261123-" + COUNT.incrementAndGet();

  @BeforeEach
  void register() {
    Api.dossier(dossier, "1.004222", "inPerson", "vi");
  }

  @Test
  void withoutAReferenceTheSameFeeAtTheSameGatewayIsAnsweredAsTheFirst() {
    ApiAnswer first = ask(FEE);

    ApiAnswer again = ask(FEE);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
  }

  @Test
  void alsoWhereTheFirstOneHadAReference() {
    ApiAnswer first = ask("{'gateway':'vnpay','amount':50000,'reference':'%s'}", name());

    ApiAnswer again = ask(FEE);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("reference")).isEqualTo(first.text("reference"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"failed", "paid", "expired", "cancelled", "refunded"})
  void whatCanNoLongerBePaidIsAskedForAnew(String status) {
    ApiAnswer first = ask(FEE);
    stand(first, Map.of("status", status));

    ApiAnswer again = ask(FEE);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text("reference")).isNotEqualTo(first.text("reference"));
    assertThat(item(first).text("status")).isEqualTo(status);
  }

  @Test
  void whatIsUndecidedIsNeitherTheAnswerNorCalledOff() {
    ApiAnswer first = ask(FEE);
    stand(first, Map.of("undecided", "07"));

    assertThat(ask(FEE).status()).isEqualTo(201);

    assertThat(item(first).text("status")).isEqualTo("pending");
  }

  @Test
  void atAnotherGatewayTheSecondTakesThePlaceOfTheFirst() {
    ApiAnswer first = ask(FEE);

    ApiAnswer second = ask(ELSEWHERE);

    assertThat(second.status()).isEqualTo(201);
    Item cancelled = item(first);
    assertThat(cancelled.text("status")).isEqualTo("cancelled");
    assertThat(cancelled.text("supersededBy")).isEqualTo("standard/" + second.text("reference"));
    assertThat(cancelled.has("endedAt")).isTrue();
    assertThat(cancelled.has("owed") && cancelled.has("due")).as("is still asked about").isTrue();
    assertThat(cancelled.number("version")).isEqualTo(2);
  }

  @Test
  void soDoesOneUnderAReferenceOfItsOwn() {
    ApiAnswer first = ask(FEE);

    assertThat(ask("{'gateway':'vnpay','amount':50000,'reference':'%s'}", name()).status())
        .isEqualTo(201);

    assertThat(item(first).text("status")).isEqualTo("cancelled");
  }

  @Test
  void soDoesOneThatEndsAtAnotherTime() {
    ApiAnswer first = ask(FEE);
    String end = Time.text(Instant.now().plus(Duration.ofDays(9)));

    ApiAnswer second = ask("{'gateway':'vnpay','amount':50000,'expiresAt':'%s'}", end);

    assertThat(second.status()).isEqualTo(201);
    assertThat(item(first).text("status")).isEqualTo("cancelled");
  }

  @Test
  void anotherAmountOrDescriptionIsAnotherFee() {
    ApiAnswer first = ask(FEE);

    ask("{'gateway':'vnpay','amount':50001}");
    ask("{'gateway':'vnpay','amount':50000,'description':'another'}");

    assertThat(item(first).text("status")).isEqualTo("pending");
  }

  @Test
  void anotherDossiersFeeIsAnotherFee() {
    ApiAnswer first = ask(FEE);
    Api.dossier("H26.15-261124-0001", "1.004222", "inPerson", "vi");

    Api.post("/dossiers/H26.15-261124-0001/payments", ELSEWHERE.replace('\'', '"')).send();

    assertThat(item(first).text("status")).isEqualTo("pending");
  }

  @Test
  void aRepeatOfWhatWasCalledOffIsAnsweredAsTheFirstAndCallsNothingOff() {
    String named = "{'gateway':'vnpay','amount':50000,'reference':'%s'}".formatted(name());
    ApiAnswer first = ask(named);
    ApiAnswer second = ask(ELSEWHERE);

    ApiAnswer again = ask(named);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("reference")).isEqualTo(first.text("reference"));
    assertThat(again.text("status")).isEqualTo("cancelled");
    assertThat(item(second).text("status")).isEqualTo("pending");
  }

  @Test
  void aRepeatFinishesWhatACrashLeftOpen() {
    String named = "{'gateway':'standard','amount':50000,'reference':'%s'}".formatted(name());
    ApiAnswer first = ask(FEE);
    ask(named);
    stand(first, Map.of("status", "pending", "createdAt", "2026-11-20T00:00:00+07:00"));

    assertThat(ask(named).status()).isEqualTo(200);

    assertThat(item(first).text("status")).isEqualTo("cancelled");
  }

  private ApiAnswer ask(String body, Object... values) {
    return Api.post("/dossiers/" + dossier + "/payments", body.formatted(values).replace('\'', '"'))
        .send();
  }

  private static String name() {
    return "R" + COUNT.incrementAndGet();
  }

  private static Item item(ApiAnswer asked) {
    return Api.PAYMENTS.get(key(asked));
  }

  private static void stand(ApiAnswer asked, Map<String, String> attributes) {
    Update update = Update.of(key(asked));
    attributes.forEach(update::set);
    Api.PAYMENTS.write(update);
  }

  private static Map<String, String> key(ApiAnswer asked) {
    return Map.of("id", asked.text("gateway") + "/" + asked.text("reference"));
  }
}
