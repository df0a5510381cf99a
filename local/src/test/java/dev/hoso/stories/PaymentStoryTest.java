package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A payment's ways to the citizen, through the whole system. */
class PaymentStoryTest {
  private final City city = TheCity.running();
  private final String code = City.newCode();
  private final String reference = City.newReference();
  private final String phone = City.newPhone();

  @Test
  void aConfirmedPaymentReachesTheCitizenByTextAndByEmail() {
    city.register(code, phone, "vi", 2);
    city.ask(code, reference);

    assertThat(city.confirm(City.VNPAY.paid(reference, 8000, "14812201"))).isEqualTo("00");

    JsonNode payment = city.paymentWhen(code, "paid");
    assertThat(payment.path("gatewayTransactionId").asText()).isEqualTo("14812201");
    assertThat(payment.path("paidAt").asText()).isEqualTo("2026-11-23T14:30:05+07:00");
    List<JsonNode> told = city.inboxWhen(phone, 4);
    assertThat(told)
        .extracting(it -> it.path("channel").asText())
        .containsExactlyInAnyOrder("sms", "email", "sms", "email");
    assertThat(told)
        .filteredOn(it -> it.path("text").asText().contains("14812201"))
        .hasSize(2)
        .allSatisfy(
            it -> assertThat(it.path("text").asText()).contains(code, "8.000", "/receipts/"));
  }

  @Test
  void theLinkInTheMessageOpensTheReceipt() {
    city.register(code, phone, "vi", 2);
    city.ask(code, reference);
    city.confirm(City.VNPAY.paid(reference, 8000, "14812202"));

    String text =
        city.inboxWhen(phone, 4).stream()
            .map(it -> it.path("text").asText())
            .filter(it -> it.contains("/receipts/"))
            .findFirst()
            .orElseThrow();
    String path = text.replaceAll("(?s).*(/receipts/[0-9A-Z]+).*", "$1");
    HttpResponse<String> page = city.send(city.request(path).header("accept", "text/html").GET());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(code, "8.000", "14812202", "Phường Ba Đình", "Trích lục hộ tịch", "14:30")
        .doesNotContain("Nguyễn Thị Hoa", phone.substring(3), City.emailOf(phone));
  }

  @Test
  void aDossierThatWaitedForItsFeeGoesOn() {
    city.register(code, phone, "vi", 4);
    City.ok(city.post("/dossiers/" + code + "/status", "{\"status\":6}"));
    city.ask(code, reference);

    city.confirm(City.VNPAY.paid(reference, 8000, "14812203"));

    JsonNode dossier = city.dossierWhen(code, it -> it.path("status").asInt() == 4);
    assertThat(dossier.at("/payments/0/status").asText()).isEqualTo("paid");
  }

  @Test
  void aCancelledPaymentIsToldAndMayStillBePaid() {
    city.register(code, phone, "en", 2);
    city.ask(code, reference);

    assertThat(city.confirm(City.VNPAY.cancelled(reference, 8000))).isEqualTo("00");
    city.paymentWhen(code, "failed");
    assertThat(city.confirm(City.VNPAY.paid(reference, 8000, "14812204"))).isEqualTo("00");
    city.paymentWhen(code, "paid");
    assertThat(city.confirm(City.VNPAY.cancelled(reference, 8000))).isEqualTo("02");

    assertThat(city.inboxWhen(phone, 6)).hasSize(6);
    assertThat(city.dossier(code).at("/payments/0/status").asText()).isEqualTo("paid");
  }

  @Test
  void moneyThatComesAfterExpiryIsRecordedAndFlaggedLate() {
    city.register(code, phone, "vi", 2);
    city.post(
        "/dossiers/" + code + "/payments",
        "{\"gateway\":\"vnpay\",\"amount\":8000,\"reference\":\"%s\"}".formatted(reference));
    TheCity.dayAfterTomorrow(
        () -> {
          city.paymentWhen(code, "expired");
          assertThat(city.confirm(City.VNPAY.paid(reference, 8000, "14812205"))).isEqualTo("00");
          assertThat(city.paymentWhen(code, "paid").path("late").asBoolean()).isTrue();
        });
  }

  @Test
  void whatProvesNothingChangesNothingAndIsKeptAsAnomaly() {
    city.register(code, phone, "vi", 2);
    city.ask(code, reference);
    String forged =
        City.VNPAY.paid(reference, 8000, "14812206").replace("vnp_Amount=800000", "vnp_Amount=100");

    assertThat(city.confirm(forged)).isEqualTo("97");
    assertThat(city.confirm(City.VNPAY.paid(reference, 7000, "14812207"))).isEqualTo("04");
    assertThat(city.confirm(City.VNPAY.paid("NOBODY" + reference, 8000, "14812208")))
        .isEqualTo("01");

    assertThat(
            city.dossierWhen(code, it -> it.path("payments").size() == 1)
                .at("/payments/0/status")
                .asText())
        .isEqualTo("pending");
    assertThat(City.ok(city.get("/payments/anomalies")).toString())
        .contains("badSignature", "amountMismatch", "unknownReference", reference);
  }

  @Test
  void whoDoesNotConsentIsToldNothing() {
    String silent =
        City.registration(phone, "vi", 2).replace("\"consent\":true", "\"consent\":false");
    City.ok(city.put("/dossiers/" + code, silent));
    city.ask(code, reference);
    city.confirm(City.VNPAY.paid(reference, 8000, "14812209"));

    JsonNode dossier =
        city.dossierWhen(
            code,
            it ->
                it.path("messages").findValuesAsText("fact").stream()
                    .anyMatch(f -> f.endsWith("paid")));
    assertThat(dossier.path("messages").findValuesAsText("status")).containsOnly("suppressed");
    assertThat(city.inboxOf(phone)).isEmpty();
  }
}
