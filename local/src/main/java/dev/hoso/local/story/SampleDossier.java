package dev.hoso.local.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** A dossier as a one-stop officer's system registers it. */
record SampleDossier(
    String code, String procedure, String unit, Applicant applicant, Instant receivedAt) {
  /** A copy of a civil status extract: 8,000 đồng in person. */
  static final String PROCEDURE = "2.000635";

  /** Phường Ba Đình. */
  static final String UNIT = "00004";

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter CODE =
      DateTimeFormatter.ofPattern("'H26.15-'yyMMdd'-'HHmmssSS").withZone(VIETNAM);

  record Applicant(String name, String phone, String email, String language) {}

  /** A new code: the agency, the day, and a number that is the time of day. */
  static SampleDossier now(String procedure, String unit, Applicant applicant, Instant now) {
    return new SampleDossier(CODE.format(now), procedure, unit, applicant, now);
  }

  ObjectNode json() {
    ObjectNode json = Json.object().put("procedure", procedure).put("unit", unit);
    json.put("channel", "inPerson");
    ObjectNode person = json.putObject("applicant").put("name", applicant.name());
    if (!applicant.phone().isBlank()) {
      person.put("phone", applicant.phone());
    }
    if (!applicant.email().isBlank()) {
      person.put("email", applicant.email());
    }
    person.put("language", applicant.language()).put("consent", true);
    String time =
        receivedAt
            .truncatedTo(ChronoUnit.SECONDS)
            .atZone(VIETNAM)
            .toOffsetDateTime()
            .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    return json.put("receivedAt", time).put("status", 2);
  }

  /** What the department says in the result: a copy of a civil status extract. */
  ObjectNode result() {
    ObjectNode json = Json.object();
    json.putObject("fields")
        .put("requester", applicant.name())
        .put("event", "Khai sinh")
        .put("fullName", applicant.name())
        .put("birthDate", "02/9/1990")
        .put("sex", "Nữ")
        .put("nationality", "Việt Nam")
        .put("register", "Sổ đăng ký khai sinh số 12/1990")
        .put("registered", "10/9/1990");
    return json;
  }

  /** A request for a fee, in pounds at GOV.UK Pay, which takes nothing else. */
  static ObjectNode fee(String gateway, long amount, String description) {
    return Json.object()
        .put("gateway", gateway)
        .put("amount", amount)
        .put("currency", gateway.equals("govukpay") ? "GBP" : "VND")
        .put("description", description);
  }
}
