package dev.hoso.local.providers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.local.Json;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SNS's {@code Publish} to a phone number, to a device or to a topic. */
final class SnsReader implements StandIn.Reader {
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern SENDER =
      Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9-]{2,10}");

  /** For one call, in as many parts as it takes. */
  private static final int LARGEST_SMS = 1600;

  /** The platform stands in the endpoint's ARN, and names the text that its devices get. */
  private static final Pattern ENDPOINT =
      Pattern.compile("arn:aws:sns:[a-z0-9-]+:\\d{12}:endpoint/([A-Z_]+)/[^/]+/[0-9a-f-]{36}");

  private final Behaviour behaviour;
  private final InstantSource clock;

  SnsReader(Behaviour behaviour, InstantSource clock) {
    this.behaviour = behaviour;
    this.clock = clock;
  }

  @Override
  public StandIn.Sending read(QueryCall call) throws QueryError {
    if (!call.action().equals("Publish")) {
      throw new QueryError(
          400, "InvalidAction", "The stand-in for SNS does not know " + call.action());
    }
    if (call.text("Message").isEmpty()) {
      throw invalid("Empty message");
    }
    Map<String, String> attributes = call.messageAttributes();
    if (call.optional("PhoneNumber").isPresent()) {
      checkSms(call, attributes);
      return sending(call, "sms", call.text("PhoneNumber"), attributes);
    }
    if (call.optional("TargetArn").isPresent()) {
      return push(call, call.text("TargetArn"), attributes);
    }
    if (call.optional("TopicArn").isPresent()) {
      return sending(call, "topic", call.text("TopicArn"), attributes);
    }
    throw invalid("PhoneNumber, TargetArn or TopicArn is needed");
  }

  private static void checkSms(QueryCall call, Map<String, String> attributes) throws QueryError {
    if (!E164.matcher(call.text("PhoneNumber")).matches()) {
      throw invalid("PhoneNumber Reason: not a valid E.164 number");
    }
    if (size(call.text("Message")) > LARGEST_SMS) {
      throw invalid("Message too long: an SMS is at most " + LARGEST_SMS + " bytes");
    }
    String sender = attributes.get("AWS.SNS.SMS.SenderID");
    if (sender != null && !SENDER.matcher(sender).matches()) {
      throw invalid("AWS.SNS.SMS.SenderID Reason: 3 to 11 letters and digits");
    }
    String price = attributes.getOrDefault("AWS.SNS.SMS.MaxPrice", "0");
    if (!price.matches("\\d+(\\.\\d+)?")) {
      throw invalid("AWS.SNS.SMS.MaxPrice Reason: not a number");
    }
    String type = attributes.getOrDefault("AWS.SNS.SMS.SMSType", "Transactional");
    if (!type.equals("Transactional") && !type.equals("Promotional")) {
      throw invalid("AWS.SNS.SMS.SMSType Reason: Transactional or Promotional");
    }
  }

  /** Two bytes a character as soon as one is outside the plain alphabet. */
  private static int size(String message) {
    return message.chars().allMatch(c -> c < 128) ? message.length() : 2 * message.length();
  }

  /** What a device shows; SNS knows at once which it cannot reach, and says so. */
  private StandIn.Sending push(QueryCall call, String to, Map<String, String> attributes)
      throws QueryError {
    Matcher endpoint = ENDPOINT.matcher(to);
    if (!endpoint.matches()) {
      throw invalid("TargetArn Reason: this stand-in sends to platform endpoints alone");
    }
    Optional<String> trouble = behaviour.report(to);
    if (trouble.isPresent()) {
      throw new QueryError(400, trouble.get(), "The stand-in is told so of this endpoint");
    }
    if (!call.optional("MessageStructure").orElse("").equals("json")) {
      return sending(call, "push", to, attributes);
    }
    JsonNode texts = json(call.text("Message"));
    if (!texts.path("default").isTextual()) {
      throw invalid("Message Structure - No default entry in JSON message body");
    }
    JsonNode own = texts.path(endpoint.group(1));
    JsonNode notice = own.isTextual() ? json(own.asText()) : Json.object();
    JsonNode shown =
        notice.has("aps")
            ? notice.at("/aps/alert")
            : notice.at("/fcmV1Message/message/notification");
    String text = shown.path("body").asText(texts.path("default").asText());
    return sending(
        "push", to, Optional.ofNullable(shown.path("title").asText(null)), text, attributes);
  }

  private static JsonNode json(String text) throws QueryError {
    try {
      return Json.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (UncheckedIOException e) {
      throw invalid("Message Structure - JSON message body failed to parse");
    }
  }

  private StandIn.Sending sending(
      QueryCall call, String channel, String to, Map<String, String> attributes) {
    return sending(channel, to, call.optional("Subject"), call.text("Message"), attributes);
  }

  private StandIn.Sending sending(
      String channel,
      String to,
      Optional<String> subject,
      String text,
      Map<String, String> attributes) {
    InboxMessage message =
        new InboxMessage(channel, to, subject, text, Optional.empty(), clock.instant());
    return new StandIn.Sending(message, Optional.ofNullable(attributes.get("hoso.message")));
  }

  private static QueryError invalid(String why) {
    return new QueryError(400, "InvalidParameter", "Invalid parameter: " + why);
  }
}
