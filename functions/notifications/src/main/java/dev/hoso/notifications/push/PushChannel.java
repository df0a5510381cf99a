package dev.hoso.notifications.push;

import dev.hoso.core.PushEndpoint;
import dev.hoso.core.Settings;
import dev.hoso.notifications.Applicant;
import dev.hoso.notifications.Channel;
import dev.hoso.notifications.Fact;
import dev.hoso.notifications.Letter;
import dev.hoso.notifications.Message;
import dev.hoso.notifications.Providers;
import dev.hoso.notifications.Reason;
import dev.hoso.notifications.Recipient;
import dev.hoso.notifications.Senders;
import dev.hoso.notifications.Sending;
import dev.hoso.notifications.ShortText;
import dev.hoso.notifications.StopLinks;
import dev.hoso.notifications.Texts;
import dev.hoso.notifications.Wording;
import dev.hoso.notifications.sms.SmsText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.SnsException;

/**
 * Notices of the city's app, by SNS mobile push. They say what an SMS says, with diacritics, below
 * a title of their own.
 */
public final class PushChannel implements Channel {
  /** What several facts may take together: about as much as a telephone shows unfolded. */
  private static final int MOST_CHARACTERS = 600;

  private static final Reason DISABLED =
      new Reason(
          "The app was removed from the device, or may not show notices there",
          "Ứng dụng đã bị gỡ khỏi thiết bị hoặc không được phép hiện thông báo",
          true);
  private static final Reason GONE =
      new Reason("The device is not known any more", "Thiết bị không còn được ghi nhận", true);

  private final SnsClient sns;
  private final Texts texts;
  private final Senders senders;
  private final StopLinks links;

  private PushChannel(SnsClient sns, Texts texts, Senders senders, StopLinks links) {
    this.sns = sns;
    this.texts = texts;
    this.senders = senders;
    this.links = links;
  }

  /** The channel with the endpoint of SNS that is set. */
  public static PushChannel of(Settings settings, Texts texts, Senders senders) {
    return new PushChannel(
        Providers.configured(SnsClient.builder(), settings, "AWS_ENDPOINT_URL_SNS").build(),
        texts,
        senders,
        StopLinks.of(settings));
  }

  @Override
  public String name() {
    return "push";
  }

  @Override
  public Optional<Recipient> recipient(Applicant applicant) {
    return Optional.ofNullable(applicant.pushEndpoint())
        .map(endpoint -> new Recipient(endpoint, unreachable(endpoint)));
  }

  private static @Nullable String unreachable(String endpoint) {
    try {
      // The type holds nothing but endpoints that SNS takes.
      new PushEndpoint(endpoint);
      return null;
    } catch (IllegalArgumentException noEndpoint) {
      return "This is no device that notices go to";
    }
  }

  @Override
  public Wording write(Fact fact, Letter letter) {
    String title = texts.of(fact, name(), letter);
    String text = SmsText.of(texts.of(fact, "sms", letter), true).text();
    return wording(title, text, senders.signature(letter.unitCode(), letter.language()));
  }

  private static Wording wording(String title, String text, Optional<String> signature) {
    String signed = signature.map(it -> ShortText.signed(text, it)).orElse(text);
    return new Wording(title, signed, null, null, null);
  }

  @Override
  public Optional<Wording> merged(List<Message> messages) {
    Message first = messages.getFirst();
    String text = ShortText.joined(messages, senders);
    String title =
        messages.stream().map(PushChannel::title).distinct().collect(Collectors.joining("; "));
    return text.length() > MOST_CHARACTERS
        ? Optional.empty()
        : Optional.of(wording(title, text, senders.signature(first.unit(), first.language())));
  }

  private static String title(Message message) {
    return Objects.requireNonNull(message.wording().subject(), "subject");
  }

  @Override
  public Sending send(Message message) {
    try {
      return new Sending.Taken(
          sns.publish(
                  publish ->
                      publish
                          .targetArn(message.to())
                          .messageStructure("json")
                          .message(payload(message).json())
                          .messageAttributes(attributes(message)))
              .messageId());
    } catch (SnsException e) {
      return refused(Providers.code(e));
    } catch (SdkClientException e) {
      return new Sending.NotNow("The push service cannot be reached");
    }
  }

  /** With the link that ends such notices, which the app may show. */
  private PushPayload payload(Message message) {
    Map<String, String> data =
        new TreeMap<>(Map.of("dossier", message.dossier(), "message", message.identity()));
    links.of(message).ifPresent(link -> data.put("stop", link));
    return PushPayload.of(title(message), message.wording().text(), data);
  }

  /** By its identity a repeated notice takes the place of the first one on Apple's devices. */
  private static Map<String, MessageAttributeValue> attributes(Message message) {
    MessageAttributeValue identity =
        MessageAttributeValue.builder().dataType("String").stringValue(message.identity()).build();
    return Map.of(
        "AWS.SNS.MOBILE.APNS.COLLAPSE_ID", identity,
        "hoso.message", identity);
  }

  /** The codes are those of SNS's Publish. */
  private static Sending refused(String code) {
    return switch (code) {
      case "EndpointDisabled", "EndpointDisabledException" -> new Sending.Gone(DISABLED);
      case "NotFound", "NotFoundException" -> new Sending.Gone(GONE);
      case "InvalidParameter", "InvalidParameterValue", "ValidationError", "ValidationException" ->
          new Sending.Never("The push service does not take this device");
      case "Throttled", "Throttling", "ThrottledException", "KMSThrottling" ->
          new Sending.NotNow("The push service takes no more at this pace");
      default -> new Sending.NotNow("The push service fails: " + code);
    };
  }
}
