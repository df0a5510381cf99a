package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What Hoso promises, held against the whole system. */
class PromisesTest {
  private final City city = TheCity.running();

  @AfterEach
  void providersWork() {
    city.post(
        "/local/providers",
        "{\"sns\":{\"throttleNext\":0,\"down\":false},\"ses\":{\"throttleNext\":0,\"down\":false}}");
    city.realTime();
  }

  @Test
  void aPaymentConfirmedIsNeverLostAndNeverCountedTwiceWhateverIsRepeatedOrReordered() {
    List<String> codes = new ArrayList<>();
    List<String> deliveries = new ArrayList<>();
    IntStream.range(0, 10)
        .forEach(
            n -> {
              String code = City.newCode();
              String reference = City.newReference();
              city.register(code, City.newPhone(), "vi", 1);
              city.ask(code, reference);
              codes.add(code);
              deliveries.addAll(Collections.nCopies(3, City.VNPAY.paid(reference, 8000, "16" + n)));
              deliveries.addAll(Collections.nCopies(2, City.VNPAY.cancelled(reference, 8000)));
            });
    Collections.shuffle(deliveries, new Random(20261124));

    deliveries.forEach(it -> assertThat(city.confirm(it)).isIn("00", "02"));

    codes.forEach(
        code -> {
          city.paymentWhen(code, "paid");
          long confirmed =
              city
                  .dossierWhen(
                      code, it -> facts(it).stream().anyMatch(fact -> fact.endsWith(" paid")))
                  .path("messages")
                  .findValuesAsText("fact")
                  .stream()
                  .filter(fact -> fact.endsWith(" paid"))
                  .count();
          assertThat(confirmed).isLessThanOrEqualTo(2);
        });
  }

  @Test
  void everyFactReachesTheCitizenOnceThoughItsProviderWasDown() {
    String code = City.newCode();
    String reference = City.newReference();
    String phone = City.newPhone();
    city.register(code, phone, "vi", 1);
    city.ask(code, reference);
    city.post("/local/providers", "{\"sns\":{\"down\":true},\"ses\":{\"down\":true}}");
    city.confirm(City.VNPAY.paid(reference, 8000, "1700001"));
    city.dossierWhen(code, it -> it.path("messages").size() == 2);
    assertThat(city.inboxOf(phone)).isEmpty();

    providersWork();
    city.post("/local/clock", "{\"advance\":\"PT10M\"}");

    city.settled(code, 2);
    assertThat(city.inboxOf(phone)).hasSize(2);
  }

  @Test
  void aThrottledProviderHoldsBackOnlyItself() {
    String code = City.newCode();
    String phone = City.newPhone();
    city.post("/local/providers", "{\"sns\":{\"down\":true}}");

    city.register(code, phone, "vi", 2);

    assertThat(city.inboxWhen(phone, 1))
        .extracting(it -> it.path("channel").asText())
        .containsExactly("email");
    providersWork();
    city.post("/local/clock", "{\"advance\":\"PT10M\"}");
    assertThat(city.inboxWhen(phone, 2))
        .extracting(it -> it.path("channel").asText())
        .contains("sms");
  }

  @Test
  void aPoisonedRecordHoldsBackOnlyItselfAndIsSeen() {
    TheCity.write(
        "Payments",
        Map.of("id", AttributeValue.fromS("vnpay/poison"), "status", AttributeValue.fromS("paid")));
    String code = City.newCode();
    String reference = City.newReference();
    city.register(code, City.newPhone(), "vi", 1);
    city.ask(code, reference);
    city.confirm(City.VNPAY.paid(reference, 8000, "1700002"));

    city.paymentWhen(code, "paid");
    org.awaitility.Awaitility.await()
        .until(
            () -> city.get("/local/failures").body(), it -> it.contains("DossiersFactsFailures"));
  }

  @Test
  void contactsExpireWhenTheRetentionPeriodEnds() {
    String code = City.newCode();
    String phone = City.newPhone();
    city.register(code, phone, "vi", 2);
    city.settled(code, 2);
    // That a dossier was withdrawn can wait: not at night, and for what else happens to it.
    city.setClock("2026-12-01T10:00:00+07:00");
    City.ok(city.post("/dossiers/" + code + "/status", "{\"status\":7}"));
    city.dossierWhen(code, it -> it.path("messages").size() == 4);
    city.advance("PT3M");
    city.settled(code, 4);

    assertThat(TheCity.read("Dossiers", Map.of("code", code))).containsKey("expires");
    for (JsonNode message : city.dossier(code).path("messages")) {
      String name = message.path("fact").asText() + "#" + message.path("channel").asText();
      assertThat(TheCity.read("Messages", Map.of("dossier", code, "message", name)))
          .containsKey("expires");
    }
  }

  private static List<String> facts(JsonNode dossier) {
    return dossier.path("messages").findValuesAsText("fact");
  }
}
