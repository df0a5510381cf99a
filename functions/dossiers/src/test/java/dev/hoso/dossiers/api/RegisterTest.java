package dev.hoso.dossiers.api;

import static dev.hoso.dossiers.api.Requests.REGISTRATION;
import static dev.hoso.dossiers.api.Requests.code;
import static dev.hoso.dossiers.api.Requests.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.dossiers.api.ApiForTests.Answer;
import io.micronaut.json.tree.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegisterTest {
  private static final ApiForTests API = new ApiForTests();

  @Test
  void aNewDossierIsCreatedAndShown() {
    String code = code();
    Answer answer = API.put(code, REGISTRATION);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo("/dossiers/" + code);
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    assertThat(answer.body())
        .isEqualTo(
            ("{\"code\":\"" + code + "\",\"procedure\":\"1.000689\",\"unit\":\"HN-STP\",")
                + "\"status\":2,\"statusAt\":\"2026-03-10T08:00:00+07:00\","
                + "\"channel\":\"inPerson\",\"applicant\":{\"name\":\"Nguyễn Văn An\","
                + "\"phone\":\"+84912345678\",\"email\":\"an@example.vn\",\"language\":\"vi\","
                + "\"consent\":true},\"receivedAt\":\"2026-03-10T08:00:00+07:00\","
                + "\"dueAt\":\"2026-03-20T23:59:59+07:00\",\"dueSource\":\"computed\","
                + "\"dueProvisional\":false,\"documents\":[],\"version\":1,\"payments\":[],"
                + "\"results\":[],\"messages\":[]}");
    assertThat(API.get("/dossiers/" + code).body()).isEqualTo(answer.body());
  }

  @Test
  void everythingThatIsSentIsKept() {
    String code = code();
    API.put(
        code,
        """
        {"procedure": "1.001193.000.00.00.H26", "unit": "HN-STP", "channel": "online",
         "applicant": {"name": "John Smith", "language": "en", "consent": false},
         "dueAt": "2026-04-01T17:00:00+07:00", "status": 1,
         "documents": [{"code": "birth", "digitised": true}, {"code": "id", "reused": true}],
         "responsible": {"unit": "HN-STP", "role": "Chuyên viên"}}
        """);
    JsonNode dossier = API.get("/dossiers/" + code).json();
    assertThat(dossier.get("procedure").getStringValue()).isEqualTo("1.001193");
    assertThat(dossier.get("channel").getStringValue()).isEqualTo("online");
    assertThat(dossier.get("applicant").get("consent").getBooleanValue()).isFalse();
    assertThat(dossier.get("applicant").get("phone")).isNull();
    assertThat(dossier.get("dueSource").getStringValue()).isEqualTo("sent");
    assertThat(dossier.get("status").getIntValue()).isEqualTo(1);
    assertThat(dossier.get("documents").get(0).get("digitised").getBooleanValue()).isTrue();
    assertThat(dossier.get("documents").get(1).get("reused").getBooleanValue()).isTrue();
    assertThat(dossier.get("responsible").get("role").getStringValue()).isEqualTo("Chuyên viên");
  }

  @Test
  void theSameRegistrationAgainChangesNothing() {
    String code = code();
    API.put(code, REGISTRATION);
    String otherSpelling = REGISTRATION.replace("0912 345 678", "+84 (0)912.345.678");
    Answer replayed = API.put(code, otherSpelling);
    assertThat(replayed.status()).isEqualTo(200);
    assertThat(replayed.header("ETag")).isEqualTo("\"1\"");
  }

  @Test
  void anotherRegistrationReplacesTheFirst() {
    String code = code();
    API.put(code, REGISTRATION);
    Answer replaced = API.put(code, REGISTRATION.replace("Nguyễn Văn An", "Trần Thị Bình"));
    assertThat(replaced.status()).isEqualTo(200);
    assertThat(replaced.header("ETag")).isEqualTo("\"2\"");
    assertThat(replaced.body()).contains("Trần Thị Bình").doesNotContain("Nguyễn Văn An");
  }

  @Test
  void aReplacementDoesNotGoWhereTheStatusCannot() {
    String code = code();
    API.put(code, REGISTRATION);
    API.status(code, status(4));
    Answer answer = API.put(code, REGISTRATION.replace("{\"proc", "{\"status\": 1, \"proc"));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("urn:hoso:problem:transition-not-allowed");
  }

  @Test
  void theChannelThatTheApplicantPrefersIsKeptAndShown() {
    String code = code();
    assertThat(API.put(code, REGISTRATION).body()).doesNotContain("\"consent\":true,\"channel\"");

    Answer answer =
        API.put(code, REGISTRATION.replace("\"phone\"", "\"channel\": \"email\", \"phone\""));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"consent\":true,\"channel\":\"email\"");
    Answer refused =
        API.put(code(), REGISTRATION.replace("\"phone\"", "\"channel\": \"zalo\", \"phone\""));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("applicant.channel", "must be sms, email or push");
  }

  @Test
  void theDeviceWithTheCitysAppIsKeptAndShown() {
    String arn =
        "arn:aws:sns:ap-southeast-1:123456789012:endpoint/APNS/ihanoi/"
            + "5e3e9847-3183-3f18-a7e8-671c3a57d4b3";
    String field = "\"pushEndpoint\": \"%s\", \"phone\"";
    Answer answer = API.put(code(), REGISTRATION.replace("\"phone\"", field.formatted(arn)));
    assertThat(answer.body()).contains("\"pushEndpoint\":\"" + arn + "\"");
    Answer refused = API.put(code(), REGISTRATION.replace("\"phone\"", field.formatted("token")));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body())
        .contains("applicant.pushEndpoint", "ARN of an SNS platform endpoint");
  }

  @Test
  void theMessagesOfTheDossierAreShown() {
    String code = code();
    API.put(code, REGISTRATION);
    API.messages.write(
        dev.hoso.core.dynamo.Update.of(Map.of("dossier", code, "message", "received sms"))
            .set("channel", "sms")
            .set("fact", "received")
            .set("status", "sent")
            .set("text", "Ho so da duoc tiep nhan")
            .set("segments", 1)
            .set("at", ApiForTests.NOW));
    assertThat(API.get("/dossiers/" + code).body())
        .endsWith(
            "\"messages\":[{\"channel\":\"sms\",\"fact\":\"received\",\"status\":\"sent\","
                + "\"text\":\"Ho so da duoc tiep nhan\",\"segments\":1,"
                + "\"at\":\"2026-03-10T14:30:00+07:00\"}]}");
  }

  @Test
  void aDossierThatIsNotThereIsSaidSo() {
    Answer answer = API.get("/dossiers/" + code());
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("urn:hoso:problem:unknown-dossier");
  }
}
