package dev.hoso.local.providers;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** SNS's {@code Publish} to a phone number, to a device or to a topic. */
final class SnsReader implements StandIn.Reader {
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern SENDER =
      Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9-]{2,10}");

  /** For one call, in as many parts as it takes. */
  private static final int LARGEST_SMS = 1600;

  private final InstantSource clock;

  SnsReader(InstantSource clock) {
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
      return sending(call, "push", call.text("TargetArn"), attributes);
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

  private StandIn.Sending sending(
      QueryCall call, String channel, String to, Map<String, String> attributes) {
    InboxMessage message =
        new InboxMessage(
            channel,
            to,
            call.optional("Subject"),
            call.text("Message"),
            Optional.empty(),
            clock.instant());
    return new StandIn.Sending(message, Optional.ofNullable(attributes.get("hoso.message")));
  }

  private static QueryError invalid(String why) {
    return new QueryError(400, "InvalidParameter", "Invalid parameter: " + why);
  }
}
