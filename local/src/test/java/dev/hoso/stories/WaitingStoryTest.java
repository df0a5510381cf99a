package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.local.LocalRuntime;
import dev.hoso.local.Options;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told later, and what is not told any more, through the whole system. */
class WaitingStoryTest {
  private final City city = TheCity.running();
  private final String code = City.newCode();
  private final String phone = City.newPhone();

  @AfterEach
  void asUsual() {
    city.post("/local/providers", "{\"sns\":{\"down\":false}}");
    city.realTime();
  }

  @Test
  void whatCanWaitWakesNobodyAndIsToldInTheMorning() {
    city.setClock("2026-12-01T22:05:00+07:00");
    city.register(code, phone, "vi", 2);
    assertThat(city.inboxWhen(phone, 2)).hasSize(2);
    status(7);
    JsonNode sms = messageWhen(city, "status 7", "sms", "failure", "Quiet hours, 22:00 to 07:00");
    assertThat(sms.path("waitsUntil").asText()).startsWith("2026-12-02T07:");

    city.setClock("2026-12-01T22:08:00+07:00");
    assertThat(city.inboxWhen(phone, 3).getLast().path("channel").asText()).isEqualTo("email");
    city.setClock("2026-12-02T06:59:00+07:00");
    assertThat(city.inboxOf(phone)).hasSize(3);

    city.setClock("2026-12-02T07:30:30+07:00");
    assertThat(city.inboxWhen(phone, 4).getLast().path("channel").asText()).isEqualTo("sms");
  }

  @Test
  void aProviderThatIsDeadForAnHourDelaysItsMessagesAndRepeatsNone() {
    city.setClock("2026-12-01T10:00:00+07:00");
    city.post("/local/providers", "{\"sns\":{\"down\":true}}");
    city.register(code, phone, "vi", 2);
    assertThat(city.inboxWhen(phone, 1)).hasSize(1);
    for (int minutes = 0; minutes < 60; minutes += 10) {
      city.advance("PT10M");
    }
    assertThat(city.inboxOf(phone)).hasSize(1);

    city.post("/local/providers", "{\"sns\":{\"down\":false}}");
    for (int minutes = 0; minutes < 120; minutes += 30) {
      city.advance("PT30M");
    }

    city.settled(code, 2);
    assertThat(city.inboxOf(phone)).hasSize(2);
  }

  @Test
  void whoPaysIsNotRemindedAndWhoDoesNotIsTwice() {
    city.setClock("2026-12-01T10:00:00+07:00");
    String other = City.newCode();
    String otherPhone = City.newPhone();
    String reference = City.newReference();
    feeDue(code, phone, reference);
    feeDue(other, otherPhone, City.newReference());
    city.advance("PT3M");
    city.inboxWhen(phone, 2);
    city.inboxWhen(otherPhone, 2);

    city.confirm(City.VNPAY.paid(reference, 8000, "14812299"));
    messageWhen(city, "reminder 1", "sms", "failure", "It was done, or is not asked for any more");

    city.advance("P3D");
    assertThat(reminders(city.inboxWhen(otherPhone, 4))).isEqualTo(2);
    city.advance("P4D");
    assertThat(reminders(city.inboxWhen(otherPhone, 6))).isEqualTo(4);
    city.advance("P30D");
    assertThat(reminders(city.inboxOf(otherPhone))).isEqualTo(4);
    assertThat(reminders(city.inboxOf(phone))).isZero();
  }

  @Test
  void whenTheDaysBudgetIsUsedUpReceiptsStillGoAndTheRestWaitsForTomorrow() {
    Options options =
        Options.of(TheCity.TEMPLATE).withEnvironment(Map.of("HOSO_BUDGET_PER_DAY", "0.15"));
    try (LocalRuntime runtime = LocalRuntime.start(options)) {
      City poor = new City(runtime.address());
      poor.setClock("2026-12-01T10:00:00+07:00");
      String reference = City.newReference();
      poor.register(code, phone, "vi", 2);
      poor.ask(code, reference);
      poor.confirm(City.VNPAY.paid(reference, 8000, "14812298"));
      assertThat(poor.inboxWhen(phone, 4)).hasSize(4);
      City.ok(poor.post("/dossiers/" + code + "/status", "{\"status\":7}"));
      poor.dossierWhen(code, it -> it.path("messages").size() == 6);

      poor.advance("PT3M");
      messageWhen(poor, "status 7", "sms", "failure", "The day's budget of the city is used up");
      assertThat(poor.inboxOf(phone)).hasSize(4);

      poor.setClock("2026-12-02T07:30:30+07:00");
      assertThat(poor.inboxWhen(phone, 6)).hasSize(6);
      poor.settled(code, 6);
      assertThat(message(poor.dossier(code), "received", "sms").path("cost").asLong())
          .isEqualTo(100_000);
    }
  }

  private void feeDue(String code, String phone, String reference) {
    city.register(code, phone, "vi", 4);
    city.ask(code, reference);
    City.ok(city.post("/dossiers/" + code + "/status", "{\"status\":6}"));
    city.dossierWhen(code, it -> it.path("messages").size() == 6);
  }

  private void status(int status) {
    City.ok(city.post("/dossiers/" + code + "/status", "{\"status\":" + status + "}"));
  }

  private JsonNode messageWhen(City city, String fact, String channel, String field, String is) {
    JsonNode dossier =
        city.dossierWhen(code, it -> message(it, fact, channel).path(field).asText().equals(is));
    return message(dossier, fact, channel);
  }

  private static JsonNode message(JsonNode dossier, String fact, String channel) {
    return StreamSupport.stream(dossier.path("messages").spliterator(), false)
        .filter(it -> it.path("fact").asText().startsWith(fact))
        .filter(it -> it.path("channel").asText().equals(channel))
        .findFirst()
        .orElse(dossier.path("none"));
  }

  private static long reminders(List<JsonNode> messages) {
    return messages.stream()
        .map(it -> it.path("text").asText())
        .filter(it -> it.contains("chua nop") || it.contains("vẫn chờ nộp"))
        .count();
  }
}
