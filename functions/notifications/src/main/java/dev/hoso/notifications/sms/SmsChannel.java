package dev.hoso.notifications.sms;

import dev.hoso.core.Language;
import dev.hoso.core.PhoneNumber;
import dev.hoso.core.Settings;
import dev.hoso.notifications.Applicant;
import dev.hoso.notifications.Channel;
import dev.hoso.notifications.Fact;
import dev.hoso.notifications.Letter;
import dev.hoso.notifications.Message;
import dev.hoso.notifications.Providers;
import dev.hoso.notifications.Recipient;
import dev.hoso.notifications.Senders;
import dev.hoso.notifications.Sending;
import dev.hoso.notifications.ShortText;
import dev.hoso.notifications.Texts;
import dev.hoso.notifications.Wording;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.SnsException;

/** Text messages to mobiles, by SNS. */
public final class SmsChannel implements Channel {
  /** What several facts may take together; cheap telephones show no more as one text. */
  private static final int MOST_SEGMENTS = 4;

  private final SnsClient sns;
  private final Texts texts;
  private final Senders senders;
  private final AccentedTemplates accented;
  private final String sender;
  private final Map<String, MessageAttributeValue> terms;
  private final @Nullable Duration reportsWithin;

  private SmsChannel(
      SnsClient sns,
      Texts texts,
      Senders senders,
      AccentedTemplates accented,
      String sender,
      String maxPrice,
      @Nullable Duration reportsWithin) {
    this.sns = sns;
    this.texts = texts;
    this.senders = senders;
    this.accented = accented;
    this.sender = sender;
    this.terms =
        Map.of(
            "AWS.SNS.SMS.SMSType", attribute("String", "Transactional"),
            "AWS.SNS.SMS.MaxPrice", attribute("Number", maxPrice));
    this.reportsWithin = reportsWithin;
  }

  /** The channel with the sender, the price limit and the choice of diacritics that are set. */
  public static SmsChannel of(Settings settings, Texts texts, Senders senders) {
    return new SmsChannel(
        Providers.configured(SnsClient.builder(), settings, "AWS_ENDPOINT_URL_SNS").build(),
        texts,
        senders,
        AccentedTemplates.parse(settings.optional("HOSO_SMS_ACCENTED").orElse("")),
        settings.required("HOSO_SMS_SENDER"),
        settings.required("HOSO_SMS_MAX_PRICE"),
        settings
            .optional("HOSO_SMS_REPORTED_WITHIN")
            .map(minutes -> Duration.ofMinutes(Long.parseLong(minutes)))
            .orElse(null));
  }

  @Override
  public String name() {
    return "sms";
  }

  @Override
  public Optional<Recipient> recipient(Applicant applicant) {
    return Optional.ofNullable(applicant.phone())
        .map(phone -> new Recipient(phone, unreachable(phone)));
  }

  @Override
  public Wording write(Fact fact, Letter letter) {
    SmsText sms = SmsText.of(texts.of(fact, name(), letter), accented.has(fact.template()));
    return wording(signed(sms, letter.unitCode(), letter.language()));
  }

  private SmsText signed(SmsText sms, String unit, Language language) {
    return senders.signature(unit, language).map(sms::signed).orElse(sms);
  }

  private static Wording wording(SmsText sms) {
    return new Wording(null, sms.text(), null, sms.encoding().title(), sms.segments());
  }

  /** What they say has the diacritics that their templates have. */
  @Override
  public Optional<Wording> merged(List<Message> messages) {
    Message first = messages.getFirst();
    SmsText sms = SmsText.of(ShortText.joined(messages, senders), true);
    return sms.segments() > MOST_SEGMENTS
        ? Optional.empty()
        : Optional.of(wording(signed(sms, first.unit(), first.language())));
  }

  @Override
  public Sending send(Message message) {
    try {
      return new Sending.Taken(
          sns.publish(
                  publish ->
                      publish
                          .phoneNumber(message.to())
                          .message(message.wording().text())
                          .messageAttributes(attributes(message)))
              .messageId());
    } catch (SnsException e) {
      return refused(Providers.code(e));
    } catch (SdkClientException e) {
      return new Sending.NotNow("The SMS service cannot be reached");
    }
  }

  @Override
  public Optional<Duration> reportsWithin() {
    return Optional.ofNullable(reportsWithin);
  }

  private static @Nullable String unreachable(String phone) {
    try {
      return new PhoneNumber(phone).mobile() ? null : "A landline takes no SMS";
    } catch (IllegalArgumentException noNumber) {
      return "This is no number that SMS goes to";
    }
  }

  /** SNS gives SMS no identity of its own; by this one a repeated message can be recognised. */
  private Map<String, MessageAttributeValue> attributes(Message message) {
    Map<String, MessageAttributeValue> attributes = new HashMap<>(terms);
    String name = senders.smsSender(message.unit()).orElse(sender);
    attributes.put("AWS.SNS.SMS.SenderID", attribute("String", name));
    attributes.put("hoso.message", attribute("String", message.identity()));
    return attributes;
  }

  /** The codes are those of SNS's Publish. */
  private static Sending refused(String code) {
    return switch (code) {
      case "InvalidParameter", "InvalidParameterValue", "ValidationError", "ValidationException" ->
          new Sending.Never("The SMS service does not take this number");
      case "OptedOut", "OptedOutException" ->
          new Sending.Never("The person has opted out of SMS with the operator");
      case "Throttled", "Throttling", "ThrottledException", "KMSThrottling" ->
          new Sending.NotNow("The SMS service takes no more at this pace");
      default -> new Sending.NotNow("The SMS service fails: " + code);
    };
  }

  private static MessageAttributeValue attribute(String type, String value) {
    return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
  }
}
