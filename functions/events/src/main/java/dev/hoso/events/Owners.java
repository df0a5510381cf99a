package dev.hoso.events;

import dev.hoso.core.AwsClients;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.ses.SesClient;

/**
 * Tells the owner of an endpoint by e-mail that it is disabled: whoever runs it does not look at
 * our alarms. The message is one plain text, so it is written here without a library for MIME.
 */
final class Owners {
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(76, "\r\n".getBytes(StandardCharsets.US_ASCII));

  private final SesClient ses;
  private final String sender;

  private Owners(SesClient ses, String sender) {
    this.ses = ses;
    this.sender = sender;
  }

  static Owners of(Settings settings) {
    return new Owners(
        AwsClients.configured(SesClient.builder(), settings, "SES").build(),
        settings.required("HOSO_EMAIL_SENDER"));
  }

  /** Tells that it is disabled. A crash after that leads to a second e-mail. */
  void tell(Subscriber subscriber) {
    String owner = subscriber.wish().owner().value();
    byte[] message = message(subscriber, owner).getBytes(StandardCharsets.US_ASCII);
    ses.sendRawEmail(
        send ->
            send.source(sender)
                .destinations(owner)
                .rawMessage(raw -> raw.data(SdkBytes.fromByteArray(message))));
  }

  private String message(Subscriber subscriber, String owner) {
    return String.join(
        "\r\n",
        "From: " + sender,
        "To: " + owner,
        "Subject: Hoso: webhook endpoint " + subscriber.id() + " is disabled",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: base64",
        "",
        LINES.encodeToString(text(subscriber).getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(Subscriber subscriber) {
    Disabled why = Objects.requireNonNull(subscriber.health().disabled());
    String at = Time.text(Objects.requireNonNull(subscriber.health().disabledAt()));
    return """
        Your endpoint %1$s is not called any more since %2$s: %3$s.
        Events are kept. When the endpoint works again, ask the operator to enable subscription %4$s \
        and to replay the period from then on.

        Địa chỉ %1$s không còn nhận sự kiện từ %2$s. Các sự kiện vẫn được lưu. Khi hệ thống của quý \
        cơ quan hoạt động trở lại, đề nghị đơn vị vận hành bật lại đăng ký %4$s và gửi lại các sự \
        kiện từ thời điểm đó.
        """
        .formatted(subscriber.wish().url(), at, why.words(), subscriber.id());
  }
}
