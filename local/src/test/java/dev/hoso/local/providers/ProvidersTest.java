package dev.hoso.local.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.local.Caller;
import dev.hoso.local.LocalRuntime;
import dev.hoso.local.Options;
import dev.hoso.local.SamplePackage;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SesException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.EndpointDisabledException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sns.model.ThrottledException;

class ProvidersTest {
  @TempDir static Path folder;
  static LocalRuntime runtime;
  static Caller caller;
  static SnsClient sns;
  static SesClient ses;

  @BeforeAll
  static void start() {
    runtime = LocalRuntime.start(Options.of(SamplePackage.in(folder)));
    caller = new Caller(runtime.address());
    sns =
        SnsClient.builder()
            .endpointOverride(endpoint("SNS"))
            .region(Region.AP_SOUTHEAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    ses =
        SesClient.builder()
            .endpointOverride(endpoint("SES"))
            .region(Region.AP_SOUTHEAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterAll
  static void stop() {
    runtime.close();
  }

  private static URI endpoint(String service) {
    JsonNode environment = caller.json("/surroundings").path("environment");
    return URI.create(environment.path("AWS_ENDPOINT_URL_" + service).asText());
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  private static String sms(String to, String text, Map<String, MessageAttributeValue> attributes) {
    return sns.publish(
            request -> request.phoneNumber(to).message(text).messageAttributes(attributes))
        .messageId();
  }

  private static JsonNode received(String text) {
    return StreamSupport.stream(caller.json("/local/inbox").path("messages").spliterator(), false)
        .filter(message -> message.path("text").asText().contains(text))
        .reduce(
            (one, other) -> {
              throw new AssertionError("twice: " + text);
            })
        .orElseThrow(() -> new AssertionError("not received: " + text));
  }

  private static void behave(String how) {
    assertThat(caller.post("/local/providers", "application/json", how).statusCode())
        .isEqualTo(200);
  }

  private static void sendMail(String raw) {
    ses.sendRawEmail(
        request ->
            request
                .source("hoso@example.gov.vn")
                .destinations("hoa@example.com")
                .rawMessage(mail -> mail.data(SdkBytes.fromUtf8String(raw))));
  }

  private static String mail(String id, String text) {
    return """
        Message-ID: <%s>
        From: hoso@example.gov.vn
        To: hoa@example.com
        Subject: =?UTF-8?Q?Bi=C3=AAn_lai?=
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="b"

        --b
        Content-Type: text/plain; charset=UTF-8
        Content-Transfer-Encoding: 8bit

        %s
        --b
        Content-Type: text/html; charset=UTF-8
        Content-Transfer-Encoding: 8bit

        <p>%s</p>
        --b--
        """
        .formatted(id, text, text)
        .replace("\n", "\r\n");
  }

  @Test
  void anSmsIsInTheInboxAsItWasSent() {
    String id = sms("+84912345678", "Đã nhận & ghi", Map.of("AWS.SNS.SMS.SenderID", text("HANOI")));
    assertThat(id).isNotBlank();
    JsonNode message = received("Đã nhận & ghi");
    assertThat(message.path("channel").asText()).isEqualTo("sms");
    assertThat(message.path("to").asText()).isEqualTo("+84912345678");
    assertThat(message.path("at").asText()).isNotBlank();
  }

  @Test
  void aNamedSmsThatComesTwiceIsAcceptedTwiceAndShownOnce() {
    String name = UUID.randomUUID().toString();
    long accepted = caller.json("/local/providers").path("sns").path("accepted").asLong();
    long repeated = caller.json("/local/providers").path("sns").path("repeated").asLong();
    sms("+84912345678", "Once " + name, Map.of("hoso.message", text(name)));
    sms("+84912345678", "Once " + name, Map.of("hoso.message", text(name)));
    received("Once " + name);
    JsonNode counts = caller.json("/local/providers").path("sns");
    assertThat(counts.path("accepted").asLong()).isEqualTo(accepted + 2);
    assertThat(counts.path("repeated").asLong()).isEqualTo(repeated + 1);
  }

  @Test
  void aDeviceShowsWhatItsPlatformIsTold() {
    String device =
        "arn:aws:sns:ap-southeast-1:000000000000:endpoint/APNS/app/" + UUID.randomUUID();
    String apple =
        "{\\\"aps\\\":{\\\"alert\\\":{\\\"title\\\":\\\"Xong\\\",\\\"body\\\":\\\"Of Apple\\\"}}}";
    push(device, "{\"default\":\"Of nobody\",\"APNS\":\"" + apple + "\"}");
    JsonNode message = received("Of Apple");
    assertThat(message.path("channel").asText()).isEqualTo("push");
    assertThat(message.path("to").asText()).isEqualTo(device);
    assertThat(message.path("subject").asText()).isEqualTo("Xong");
    assertThatThrownBy(() -> push(device, "{\"APNS\":\"" + apple + "\"}"))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> push("arn:aws:sns:ap-southeast-1:000000000000:app/APNS/app", "{}"))
        .isInstanceOf(InvalidParameterException.class);
    behave("{\"sns\":{\"reports\":{\"" + device + "\":\"EndpointDisabled\"}}}");
    assertThatThrownBy(() -> push(device, "{\"default\":\"x\"}"))
        .isInstanceOf(EndpointDisabledException.class);
  }

  private static void push(String device, String json) {
    sns.publish(publish -> publish.targetArn(device).messageStructure("json").message(json));
  }

  @Test
  void aMailsSubjectAndBothItsTextsAreInTheInbox() {
    sendMail(mail("a@hoso", "Hồ sơ của bà"));
    JsonNode message = received("Hồ sơ của bà");
    assertThat(message.path("channel").asText()).isEqualTo("email");
    assertThat(message.path("to").asText()).isEqualTo("hoa@example.com");
    assertThat(message.path("subject").asText()).isEqualTo("Biên lai");
    assertThat(message.path("html").asText()).contains("<p>Hồ sơ của bà</p>");
  }

  @Test
  void aMailWithTheSameIdIsShownOnce() {
    sendMail(mail("b@hoso", "Only one"));
    sendMail(mail("b@hoso", "Only one"));
    received("Only one");
  }

  @Test
  void aSimpleMailIsUnderstoodToo() {
    ses.sendEmail(
        request ->
            request
                .source("hoso@example.gov.vn")
                .destination(to -> to.toAddresses("an@example.com"))
                .message(
                    m -> m.subject(s -> s.data("S")).body(b -> b.text(t -> t.data("Simple one")))));
    assertThat(received("Simple one").path("to").asText()).isEqualTo("an@example.com");
  }

  @Test
  void aMessageToATopicIsInTheInbox() {
    sns.publish(
        request ->
            request
                .topicArn("arn:aws:sns:ap-southeast-1:000000000000:Events")
                .message("to a topic"));
    assertThat(received("to a topic").path("channel").asText()).isEqualTo("topic");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0912345678", "+0912345678", "+84", "84912345678", "+84 912 345 678"})
  void aNumberThatIsNotE164IsRefused(String number) {
    assertThatThrownBy(() -> sms(number, "x", Map.of()))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("PhoneNumber");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AB", "TWELVELETTER", "Hà Nội", "123"})
  void aSenderNameThatNoNetworkTakesIsRefused(String sender) {
    assertThatThrownBy(() -> sms("+84912345678", "x", Map.of("AWS.SNS.SMS.SenderID", text(sender))))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void anSmsOfMoreThan1600BytesIsRefused() {
    sms("+84912345678", "a".repeat(1600), Map.of());
    assertThatThrownBy(() -> sms("+84912345678", "a".repeat(1601), Map.of()))
        .isInstanceOf(InvalidParameterException.class);
    assertThatThrownBy(() -> sms("+84912345678", "ă".repeat(801), Map.of()))
        .isInstanceOf(InvalidParameterException.class);
  }

  @Test
  void whatTheStandInDoesNotKnowItRefuses() {
    assertThatThrownBy(() -> sns.listTopics())
        .isInstanceOf(SnsException.class)
        .hasMessageContaining("ListTopics");
    assertThatThrownBy(() -> ses.getSendQuota()).isInstanceOf(SesException.class);
  }

  @Test
  void throttlingIsTheProvidersOwnErrorAndEndsByItself() {
    behave("{\"sns\":{\"throttleNext\":100},\"ses\":{\"throttleNext\":100}}");
    assertThatThrownBy(() -> sms("+84912345678", "x", Map.of()))
        .isInstanceOf(ThrottledException.class);
    assertThatThrownBy(() -> sendMail(mail("c@hoso", "x")))
        .isInstanceOfSatisfying(
            SesException.class, e -> assertThat(e.isThrottlingException()).isTrue());
    behave("{\"sns\":{\"throttleNext\":1},\"ses\":{\"throttleNext\":0}}");
    sms("+84912345678", "after the throttle", Map.of());
    received("after the throttle");
  }

  @Test
  void aProviderThatIsDownAnswersSo() {
    behave("{\"ses\":{\"down\":true}}");
    assertThatThrownBy(() -> sendMail(mail("d@hoso", "x")))
        .isInstanceOfSatisfying(SesException.class, e -> assertThat(e.statusCode()).isEqualTo(503));
    behave("{\"ses\":{\"down\":false}}");
  }

  @Test
  void theInboxPageShowsMessagesAsTextAndLinksAddresses() {
    sms("+84912345678", "<b>bold</b> https://example.org/a?b=1.", Map.of());
    String page = caller.get("/local/inbox").body();
    assertThat(page)
        .contains("&lt;b&gt;bold&lt;/b&gt;")
        .contains("<a href=\"https://example.org/a?b=1\">")
        .doesNotContain("<b>bold");
  }
}
