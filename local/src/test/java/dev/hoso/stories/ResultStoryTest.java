package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A result's ways to the citizen and to whoever verifies it, through the whole system. */
class ResultStoryTest {
  private final City city = TheCity.running();
  private final String code = City.newCode();
  private final String reference = City.newReference();
  private final String phone = City.newPhone();
  private final Citizen hoa = new Citizen(city, code, phone);

  @Test
  void aResultWaitsForItsFeeAndGoesOutByItselfWhenThePaymentIsConfirmed() {
    city.register(code, phone, "vi", 4);
    city.ask(code, reference);
    JsonNode accepted = issue(fields());
    JsonNode waiting = resultWhen("KQ1", "sealed");
    assertThat(waiting.path("waitsFor").asText()).isEqualTo("fee");
    assertThat(texts()).noneMatch(text -> text.contains("KQ1"));
    assertThat(verify(accepted).statusCode()).isEqualTo(404);

    city.confirm(City.VNPAY.paid(reference, 8000, "24812201"));

    resultWhen("KQ1", "issued");
    assertThat(city.dossier(code).path("status").asInt()).isEqualTo(9);
    await().until(() -> texts().stream().filter(text -> text.contains("KQ1")).count() == 2);
    assertThat(verified(accepted).path("status").asText()).isEqualTo("valid");
  }

  @Test
  void aPaymentThatCameFirstLetsTheResultGoAtOnce() {
    city.register(code, phone, "vi", 4);
    city.ask(code, reference);
    city.confirm(City.VNPAY.paid(reference, 8000, "24812202"));
    city.paymentWhen(code, "paid");

    JsonNode accepted = issue(unsigned("Thông báo"));

    resultWhen("KQ1", "issued");
    assertThat(verified(accepted).path("status").asText()).isEqualTo("valid");
  }

  @Test
  void whoProvesToBeTheApplicantFetchesTheDocumentAndItIsValid() {
    JsonNode accepted = issued("24812203");
    assertThat(hoa.page()).doesNotContain("Trích lục", "KQ1", "Phường Ba Đình");

    String entry = hoa.askForCode();
    assertThat(hoa.enter(wrong(entry))).contains("wrong=1");
    assertThat(hoa.enter(entry)).endsWith("/lookup/" + code);
    assertThat(hoa.page()).contains(code, "KQ1", "Phường Ba Đình");

    byte[] document = hoa.download("KQ1");

    assertThat(sha256(document)).isEqualTo(verified(accepted).path("sha256").asText());
    SealedPaper paper = new SealedPaper(document);
    paper.isCalledValidByPdfsig();
    assertThat(paper.text()).contains("Nguyễn Thị Hoa", code + "-KQ1", "Phường Ba Đình");
    assertThat(paper.qrCode()).isEqualTo(accepted.path("verifyUrl").asText());
    assertThat(city.get(paper.qrCode()).body())
        .contains(verified(accepted).path("sha256").asText());
    city.dossierWhen(code, it -> it.path("status").asInt() == 10);
    assertThat(city.dossier(code).at("/results/0/handedOutAt").asText()).isNotEmpty();
  }

  @Test
  void aGrantOpensNoOtherDossierAndFiveWrongEntriesEndACode() {
    issued("24812204");
    String entry = hoa.askForCode();
    for (int attempt = 0; attempt < 5; attempt++) {
      hoa.enter(wrong(entry));
    }
    assertThat(hoa.enter(entry)).contains("over=1");
    assertThat(hoa.handOut("KQ1").getPath()).isEqualTo("/lookup/" + code);
  }

  @Test
  void aRevokedResultIsRevokedEverywhere() {
    JsonNode accepted = issued("24812205");

    String reason = "{\"reason\":\"Sai ngày sinh\",\"by\":\"Chủ tịch Ủy ban nhân dân phường\"}";
    City.ok(city.post("/dossiers/" + code + "/results/KQ1/revocation", reason));

    assertThat(verified(accepted).path("status").asText()).isEqualTo("revoked");
    resultWhen("KQ1", "revoked");
    await().until(() -> texts().stream().anyMatch(text -> text.contains("thu hồi")));
    assertThat(hoa.proven().handOut("KQ1").getPath()).isEqualTo("/lookup/" + code);
  }

  @Test
  void aCorrectedResultSupersedesTheFirstAndBothSaySo() {
    JsonNode first = issued("24812206");

    JsonNode second = issue("{\"replaces\":\"KQ1\"," + fields().substring(1));

    JsonNode corrected = resultWhen("KQ2", "issued");
    assertThat(corrected.path("replaces").asText()).isEqualTo(code + "-KQ1");
    assertThat(resultWhen("KQ1", "superseded").path("supersededBy").asText())
        .isEqualTo(code + "-KQ2");
    assertThat(verified(first).path("status").asText()).isEqualTo("superseded");
    assertThat(verified(second).path("status").asText()).isEqualTo("valid");
  }

  @Test
  void whatIsNotProperlySignedIsRefusedWithTheReasonAndKeptAsAnomaly() {
    city.register(code, phone, "vi", 4);
    issue("{\"signed\":\"%s\"}".formatted(base64(Pdf.of("Không có chữ ký"))));

    JsonNode refused = resultWhen("KQ1", "refused");

    assertThat(refused.path("reasons").toString()).contains("no-signature");
    assertThat(City.ok(city.get("/results/anomalies")).toString()).contains(code + "-KQ1");
  }

  @Test
  void aRepeatedRequestGetsTheFirstAnswer() {
    city.register(code, phone, "vi", 4);

    String first = issueWithKey("once").body();

    assertThat(issueWithKey("once").body()).isEqualTo(first);
    resultWhen("KQ1", "sealed");
    assertThat(city.dossier(code).path("results")).hasSize(1);
  }

  @Test
  void aCitizensDataIsErasedInOneOperation() {
    issued("24812207");
    hoa.proven().download("KQ1");
    city.dossierWhen(code, it -> it.path("status").asInt() == 10);

    String request = "{\"reason\":\"Theo yêu cầu của công dân\",\"by\":\"Cán bộ một cửa\"}";
    City.ok(city.post("/dossiers/" + code + "/erasure", request));

    city.dossierWhen(code, it -> it.at("/applicant/phone").isMissingNode());
    JsonNode erased =
        city.dossierWhen(
            code,
            it ->
                it.path("messages").findValuesAsText("text").stream().allMatch(String::isEmpty)
                    && !it.at("/results/0/documentDeletedAt").isMissingNode());
    assertThat(erased.toString()).doesNotContain("Nguyễn Thị Hoa", phone, City.emailOf(phone));
  }

  /** A dossier with a paid fee and an issued result; what the officer's system was answered. */
  private JsonNode issued(String transaction) {
    city.register(code, phone, "vi", 4);
    city.ask(code, reference);
    city.confirm(City.VNPAY.paid(reference, 8000, transaction));
    JsonNode accepted = issue(fields());
    resultWhen("KQ1", "issued");
    return accepted;
  }

  private JsonNode issue(String body) {
    return City.ok(city.post("/dossiers/" + code + "/results", body));
  }

  private HttpResponse<String> issueWithKey(String key) {
    return city.send(
        city.jsonRequest("/dossiers/" + code + "/results")
            .header("Idempotency-Key", key)
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(fields())));
  }

  private JsonNode resultWhen(String number, String status) {
    JsonNode dossier =
        city.dossierWhen(code, it -> result(it, number).path("status").asText().equals(status));
    return result(dossier, number);
  }

  private JsonNode result(JsonNode dossier, String number) {
    for (JsonNode result : dossier.path("results")) {
      if (result.path("number").asText().equals(code + "-" + number)) {
        return result;
      }
    }
    return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
  }

  private HttpResponse<String> verify(JsonNode accepted) {
    return city.get("/verify/" + accepted.path("resultId").asText());
  }

  private JsonNode verified(JsonNode accepted) {
    return Citizen.verified(city, accepted.path("resultId").asText());
  }

  private List<String> texts() {
    return city.inboxOf(phone).stream().map(it -> it.path("text").asText()).toList();
  }

  private static String fields() {
    return Papers.FIELDS;
  }

  private static String unsigned(String text) {
    return "{\"unsigned\":\"%s\"}".formatted(base64(Pdf.of(text)));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String wrong(String entry) {
    return "%06d".formatted((Integer.parseInt(entry) + 1) % 1_000_000);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
