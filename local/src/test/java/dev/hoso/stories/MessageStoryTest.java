package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What becomes of messages after they left, through the whole system. */
class MessageStoryTest {
  private static final int WITHDRAWN = 7;
  private static final Pattern LINK = Pattern.compile("(/stop/[A-Za-z0-9_-]+)\\?kind=progress");
  private final City city = TheCity.running();
  private final String code = City.newCode();
  private final String phone = City.newPhone();
  private final String number = phone.substring(phone.length() - 6);

  @Test
  void aMailboxThatIsNotThereIsWrittenToAgainWhenItIsCorrected() {
    String wrong = "bounce+" + number + "@simulator.amazonses.com";
    register(code, wrong, "");
    JsonNode failed = messageWhen(code, "received", "email", "failed");
    assertThat(failed.path("failure").asText()).isEqualTo("The mailbox does not take e-mails");
    assertThat(failed.path("failureVi").asText()).isEqualTo("Hộp thư không nhận thư");
    assertThat(messageWhen(code, "received", "sms", "delivered").path("deliveredAt").asText())
        .isNotEmpty();

    status(code, 5);
    assertThat(later(code, "status 5", "email", "suppressed").path("failure").asText())
        .startsWith("Nothing is sent to this contact");

    register(code, "citizen" + number + "@example.com", "");
    status(code, 4);
    status(code, 8);
    later(code, "status 8", "email", "delivered");
    assertThat(inboxOf(wrong)).hasSize(1);
    assertThat(inboxOf("citizen" + number + "@example.com")).hasSize(1);
  }

  @Test
  void whoHasTheAppIsToldByItUntilItIsRemoved() {
    String device =
        "arn:aws:sns:ap-southeast-1:000000000000:endpoint/GCM/ihanoi/" + UUID.randomUUID();
    register(code, "citizen" + number + "@example.com", "push\",\"pushEndpoint\":\"" + device);
    messageWhen(code, "received", "push", "sent");
    assertThat(inboxOf(device)).hasSize(1);
    assertThat(inboxOf(device).getFirst().path("subject").asText()).isEqualTo("Đã tiếp nhận hồ sơ");
    messageWhen(code, "received", "sms", "standby");

    behave("{\"sns\":{\"reports\":{\"" + device + "\":\"EndpointDisabled\"}}}");
    status(code, WITHDRAWN);

    later(code, "status 7", "push", "failed");
    later(code, "status 7", "sms", "delivered");
    assertThat(inboxOf(device)).hasSize(1);
  }

  @Test
  void whoComplainsGetsNoMoreEmails() {
    String email = "complaint+" + number + "@simulator.amazonses.com";
    register(code, email, "");
    city.dossierWhen(
        code, it -> message(it, "received", "email").path("complaint").asText().equals("abuse"));

    status(code, 5);

    later(code, "status 5", "email", "suppressed");
    later(code, "status 5", "sms", "delivered");
    assertThat(inboxOf(email)).hasSize(1);
  }

  @Test
  void whatIsOptedOutOfWhileItWaitsToBeSentAgainIsNotSent() {
    String email = "citizen" + number + "@example.com";
    register(code, email, "");
    status(code, WITHDRAWN);
    later(code, "status 7", "email", "delivered");
    Matcher link = LINK.matcher(inboxOf(email).getLast().path("text").asText());
    assertThat(link.find()).isTrue();

    String other = City.newCode();
    register(other, email, "");
    messageWhen(other, "received", "email", "delivered");
    behave("{\"ses\":{\"down\":true}}");
    try {
      status(other, WITHDRAWN);
      messageWhen(other, "status 7", "email", "claimed");
      HttpResponse<String> page = city.get(link.group(1) + "?lang=en");
      assertThat(page.body()).contains("Choose what you want to be told", "checked");
      assertThat(post(link.group(1) + "?kind=progress", "List-Unsubscribe=One-Click").statusCode())
          .isEqualTo(200);
    } finally {
      behave("{\"ses\":{\"down\":false}}");
    }

    later(other, "status 7", "email", "suppressed");
    assertThat(inboxOf(email)).hasSize(3);
  }

  @Test
  void whereThePreferredChannelIsDeadTheOtherOneTellsAndNoneTwice() {
    String email = "citizen" + number + "@example.com";
    behave("{\"sns\":{\"reports\":{\"%s\":\"Invalid phone number\"}}}".formatted(phone));
    register(code, email, "sms");
    messageWhen(code, "received", "sms", "failed");

    JsonNode told = later(code, "received", "email", "delivered");
    assertThat(told.path("fallbackFor").asText()).isEqualTo("sms");
    assertThat(inboxOf(phone)).hasSize(1);
    assertThat(inboxOf(email)).hasSize(1);

    // The number is known to be dead: nothing is sent to it any more.
    status(code, 5);
    later(code, "status 5", "email", "delivered");
    assertThat(inboxOf(phone)).hasSize(1);
    assertThat(inboxOf(email)).hasSize(2);
  }

  @Test
  void whereThePreferredChannelReportsNothingTheOtherOneTells() {
    String email = "citizen" + number + "@example.com";
    behave("{\"sns\":{\"reports\":{\"%s\":\"none\"}}}".formatted(phone));
    register(code, email, "sms");
    messageWhen(code, "received", "sms", "sent");
    assertThat(message(city.dossier(code), "received", "email").path("status").asText())
        .isEqualTo("standby");

    later(code, "received", "email", "delivered");

    assertThat(inboxOf(phone)).hasSize(1);
    assertThat(inboxOf(email)).hasSize(1);
  }

  @Test
  void whoNamedAChannelIsToldByItAlone() {
    String email = "citizen" + number + "@example.com";
    register(code, email, "email");
    messageWhen(code, "received", "email", "delivered");

    later(code, "received", "sms", "standby");

    assertThat(message(city.dossier(code), "received", "sms").path("status").asText())
        .isEqualTo("standby");
    assertThat(inboxOf(phone)).isEmpty();
  }

  private void register(String dossier, String email, String channel) {
    String registration = City.registration(phone, "vi", 2).replace(City.emailOf(phone), email);
    City.ok(
        city.put(
            "/dossiers/" + dossier,
            channel.isEmpty()
                ? registration
                : registration.replace(
                    "\"consent\":true", "\"consent\":true,\"channel\":\"" + channel + "\"")));
  }

  private void status(String dossier, int status) {
    City.ok(
        city.post(
            "/dossiers/" + dossier + "/status",
            "{\"status\":%d,\"reason\":\"Thiếu giấy tờ\"}".formatted(status)));
  }

  private void behave(String wanted) {
    City.ok(city.post("/local/providers", wanted));
  }

  private HttpResponse<String> post(String path, String form) {
    return city.send(
        city.request(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  /** The message that tells this fact by this channel, as soon as it is so far. */
  private JsonNode messageWhen(String dossier, String fact, String channel, String status) {
    return message(
        city.dossierWhen(
            dossier, it -> message(it, fact, channel).path("status").asText().equals(status)),
        fact,
        channel);
  }

  /**
   * The message as it is the day after tomorrow at ten, when whatever waited for an hour or for a
   * second attempt has had its time.
   */
  private JsonNode later(String dossier, String fact, String channel, String status) {
    city.dossierWhen(dossier, it -> message(it, fact, channel).has("status"));
    Instant now = Instant.now();
    ZoneId vietnam = ZoneId.of("Asia/Ho_Chi_Minh");
    Instant then =
        LocalDate.ofInstant(now, vietnam).plusDays(2).atTime(10, 0).atZone(vietnam).toInstant();
    City.ok(
        city.post("/local/clock", "{\"advance\":\"%s\"}".formatted(Duration.between(now, then))));
    try {
      return messageWhen(dossier, fact, channel, status);
    } finally {
      City.ok(city.post("/local/clock", "{}"));
    }
  }

  private static JsonNode message(JsonNode dossier, String fact, String channel) {
    return StreamSupport.stream(dossier.path("messages").spliterator(), false)
        .filter(it -> it.path("fact").asText().startsWith(fact))
        .filter(it -> it.path("channel").asText().equals(channel))
        .findFirst()
        .orElse(dossier.path("messages").path("none"));
  }

  private List<JsonNode> inboxOf(String contact) {
    JsonNode inbox =
        City.ok(city.send(city.request("/local/inbox").header("accept", "application/json").GET()));
    return StreamSupport.stream(inbox.path("messages").spliterator(), false)
        .filter(it -> it.path("to").asText().equals(contact))
        .toList();
  }
}
