package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An older system's dossiers, from its file to the citizen. */
class ImportStoryTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String COLUMNS =
      "Mã hồ sơ;Mã thủ tục;Mã đơn vị;Hình thức nộp;Chủ hồ sơ;Số điện thoại;Thư điện tử;Ngày tiếp nhận;"
          + "Ngày hẹn trả;Ngày kết thúc xử lý;Trạng thái\n";

  private final City city = TheCity.running();
  private final String code = City.newCode();
  private final String phone = City.newPhone();

  @Test
  void aDossierOfAnOlderSystemIsTakenOverInSilenceAndGoesOnHereAsAnyOther() {
    String refused = City.newCode();
    JsonNode done =
        imported(
            line(code, "02/11/2026 08:15", "20/11/2026", "", "Đang giải quyết")
                + line(refused, "02/11/2026 08:15", "20/11/2026", "", "Ở đâu đó"));

    assertThat(done.at("/progress/takenOver").asInt()).isEqualTo(1);
    JsonNode dossier = city.dossier(code);
    assertThat(dossier.path("status").asInt()).isEqualTo(4);
    assertThat(dossier.path("receivedAt").asText()).isEqualTo("2026-11-02T08:15:00+07:00");
    assertThat(dossier.path("dueAt").asText()).isEqualTo("2026-11-20T23:59:59+07:00");
    assertThat(dossier.path("imported").asText()).isEqualTo(done.path("id").asText());
    assertThat(city.get("/dossiers/" + refused).statusCode()).isEqualTo(404);
    assertThat(report(done)).contains("3,Trạng thái,status,").doesNotContain(phone.substring(3));

    City.ok(city.post("/dossiers/" + code + "/status", "{\"status\":9}"));

    // Of how it stood nothing is told; of what comes after it there is an SMS and an e-mail.
    assertThat(
            city.dossierWhen(code, it -> it.path("messages").size() >= 2)
                .path("messages")
                .findValuesAsText("fact"))
        .containsExactly("status 9 at 2", "status 9 at 2");
  }

  private JsonNode imported(String lines) {
    JsonNode begun =
        City.ok(city.post("/imports", "{\"source\":\"One-stop 2019\",\"mapping\":\"one-stop\"}"));
    HttpResponse<String> put =
        city.send(
            HttpRequest.newBuilder(URI.create(begun.at("/upload/url").asText()))
                .PUT(HttpRequest.BodyPublishers.ofString(COLUMNS + lines)));
    assertThat(put.statusCode()).isEqualTo(200);
    String path = "/imports/" + begun.path("id").asText();
    return await()
        .atMost(PATIENCE)
        .until(() -> City.ok(city.get(path)), it -> it.path("status").asText().equals("done"));
  }

  private String report(JsonNode done) {
    HttpResponse<String> there = city.get("/imports/" + done.path("id").asText() + "/refused");
    assertThat(there.statusCode()).isEqualTo(303);
    String address = there.headers().firstValue("location").orElseThrow();
    return city.send(HttpRequest.newBuilder(URI.create(address)).GET()).body();
  }

  private String line(String dossier, String received, String due, String finished, String status) {
    return "%s;2.000635;00004;Trực tiếp;Nguyễn Thị Hoa;%s;%s;%s;%s;%s;%s\n"
        .formatted(dossier, phone, City.emailOf(phone), received, due, finished, status);
  }
}
