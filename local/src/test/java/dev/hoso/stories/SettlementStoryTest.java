package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** A gateway's settlement file, from the bucket to the citizen and the accountant. */
class SettlementStoryTest {
  private static final String COLUMNS =
      "Mã tham chiếu,Mã giao dịch,Loại giao dịch,Số tiền,Thời gian giao dịch\n";

  private final City city = TheCity.running();
  private final String code = City.newCode();
  private final String reference = City.newReference();
  private final String phone = City.newPhone();
  private final String day = "2026-11-23-" + reference;

  @Test
  void aPaymentWhoseWebhookNeverCameReachesTheCitizenByTheFile() {
    city.register(code, phone, "vi", 2);
    city.ask(code, reference);

    put(line(reference, "14812201", 8000) + line("NOBODY" + reference, "14812202", 5000));

    JsonNode payment = city.paymentWhen(code, "paid");
    assertThat(payment.path("gatewayTransactionId").asText()).isEqualTo("14812201");
    assertThat(city.inboxWhen(phone, 4))
        .filteredOn(it -> it.path("text").asText().contains("14812201"))
        .hasSize(2);
    JsonNode report = report().path("report");
    assertThat(report.at("/totals/recovered/count").asInt()).isEqualTo(1);
    assertThat(report.at("/totals/missingHere/sums/VND").asInt()).isEqualTo(5000);
    assertThat(report.at("/confirmedBy/settlement").asInt()).isEqualTo(1);
    assertThat(City.ok(city.get("/payments/reconciliations?day=2026-11-23")).toString())
        .contains(day);
    assertThat(City.ok(city.get("/payments/anomalies")).toString()).contains("NOBODY" + reference);
  }

  @Test
  void settlingWhatIsPaidTellsNobodyAnything() {
    city.register(code, phone, "vi", 2);
    city.ask(code, reference);
    city.confirm(City.VNPAY.paid(reference, 8000, "14812203"));
    city.paymentWhen(code, "paid");
    city.settled(code, 4);
    long version = city.dossier(code).path("version").asLong();

    put(line(reference, "14812203", 8000));

    assertThat(report().at("/report/totals/matched/count").asInt()).isEqualTo(1);
    assertThat(city.dossier(code).path("version").asLong()).isEqualTo(version);
    assertThat(city.inboxOf(phone)).hasSize(4);
  }

  @Test
  void aDayInWhichATenthOfTheWebhooksNeverCameEndsWithEverythingPaidAndAReportThatSaysSo() {
    city.register(code, phone, "vi", 2);
    StringBuilder lines = new StringBuilder();
    for (int n = 0; n < 20; n++) {
      String one = reference + "-" + n;
      String fee =
          "{\"gateway\":\"vnpay\",\"amount\":8000,\"reference\":\"%s\",\"description\":\"copy %d\"}"
              .formatted(one, n);
      City.ok(city.post("/dossiers/" + code + "/payments", fee));
      if (n % 10 > 0) {
        assertThat(city.confirm(City.VNPAY.paid(one, 8000, "T" + one))).isEqualTo("00");
      }
      lines.append(line(one, "T" + one, 8000));
    }

    put(lines.toString());

    JsonNode report = report().path("report");
    assertThat(report.at("/confirmedBy/webhook").asInt()).isEqualTo(18);
    assertThat(report.at("/confirmedBy/settlement").asInt()).isEqualTo(2);
    JsonNode dossier =
        city.dossierWhen(
            code,
            it ->
                it.path("payments").findValuesAsText("status").stream()
                        .filter("paid"::equals)
                        .count()
                    == 20);
    assertThat(dossier.path("payments")).hasSize(20);
  }

  private static String line(String reference, String transaction, long amount) {
    return "%s,%s,Thanh toán,%d,23/11/2026 14:30:05\n".formatted(reference, transaction, amount);
  }

  /** As somebody does who has no credentials of the bucket. */
  private void put(String lines) {
    JsonNode upload = City.ok(city.post("/payments/settlements/vnpay/" + day, "{}"));
    HttpResponse<String> put =
        city.send(
            HttpRequest.newBuilder(URI.create(upload.path("url").asText()))
                .PUT(HttpRequest.BodyPublishers.ofString(COLUMNS + lines)));
    assertThat(put.statusCode()).isEqualTo(200);
  }

  private JsonNode report() {
    String path = "/payments/reconciliations/vnpay/" + day;
    await().until(() -> city.get(path).statusCode() == 200);
    return City.ok(city.get(path));
  }
}
