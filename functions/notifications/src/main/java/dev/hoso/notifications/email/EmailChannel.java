package dev.hoso.notifications.email;

import dev.hoso.core.DossierCode;
import dev.hoso.core.EmailAddress;
import dev.hoso.core.RatingLinks;
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
import dev.hoso.notifications.StopLinks;
import dev.hoso.notifications.Texts;
import dev.hoso.notifications.Wording;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.SesException;

/** E-mails, by SES. */
public final class EmailChannel implements Channel {
  /** The message after which its reader is asked how it went. */
  private static final String RATED = "result-issued";

  private final SesClient ses;
  private final Texts texts;
  private final Senders senders;
  private final EmailLayout layout = new EmailLayout();
  private final StopLinks links;
  private final Optional<RatingLinks> ratings;
  private final String sender;
  private final @Nullable String configurationSet;

  private EmailChannel(
      SesClient ses,
      Texts texts,
      Senders senders,
      StopLinks links,
      Optional<RatingLinks> ratings,
      String sender,
      @Nullable String configurationSet) {
    this.ses = ses;
    this.texts = texts;
    this.senders = senders;
    this.links = links;
    this.ratings = ratings;
    this.sender = sender;
    this.configurationSet = configurationSet;
  }

  /** The channel with the sender and SES's configuration set, which reports, that are set. */
  public static EmailChannel of(Settings settings, Texts texts, Senders senders) {
    return new EmailChannel(
        Providers.configured(SesClient.builder(), settings, "AWS_ENDPOINT_URL_SES").build(),
        texts,
        senders,
        StopLinks.of(settings),
        // Functions that send no results have no such key.
        settings.optional(RatingLinks.KEY).map(key -> new RatingLinks(settings)),
        settings.required("HOSO_EMAIL_SENDER"),
        settings.optional("HOSO_EMAIL_CONFIGURATION_SET").orElse(null));
  }

  @Override
  public String name() {
    return "email";
  }

  @Override
  public Optional<Recipient> recipient(Applicant applicant) {
    return Optional.ofNullable(applicant.email())
        .map(address -> new Recipient(address, unreachable(address)));
  }

  @Override
  public Wording write(Fact fact, Letter letter) {
    EmailText plain = EmailText.parse(texts.of(fact, name(), letter));
    EmailText email =
        senders.signature(letter.unitCode(), letter.language()).map(plain::signed).orElse(plain);
    String html = layout.html(email, letter.language());
    return new Wording(email.subject(), email.text(), html, null, null);
  }

  /** Each as it is alone, below its subject; the signature and the closing words once. */
  @Override
  public Optional<Wording> merged(List<Message> messages) {
    Message first = messages.getFirst();
    String signature = senders.signature(first.unit(), first.language()).orElse(null);
    EmailText email = EmailText.joined(messages, signature);
    String html = layout.html(email, first.language());
    return Optional.of(new Wording(email.subject(), email.text(), html, null, null));
  }

  @Override
  public Sending send(Message message) {
    try {
      SdkBytes mail = SdkBytes.fromByteArray(mime(message));
      return new Sending.Taken(
          ses.sendRawEmail(
                  send ->
                      send.rawMessage(raw -> raw.data(mail)).configurationSetName(configurationSet))
              .messageId());
    } catch (SesException e) {
      return refused(e);
    } catch (SdkClientException e) {
      return new Sending.NotNow("The e-mail service cannot be reached");
    }
  }

  /** Links stand in the mail alone: whoever reads the messages must not be able to use them. */
  private byte[] mime(Message message) {
    Wording wording = message.wording();
    String stop = links.of(message).orElse(null);
    String rating = rating(message).orElse(null);
    if (stop == null && rating == null) {
      return Mime.bytes(message, wording, null, from(message));
    }
    EmailText text = new EmailText(subject(wording), wording.text());
    text = rating == null ? text : text.with(ratingLabel(message), rating);
    text = stop == null ? text : text.with(stopLabel(message), stop);
    String html = layout.html(text, message.language());
    return Mime.bytes(
        message, new Wording(text.subject(), text.text(), html, null, null), stop, from(message));
  }

  /** Where the reader says how it went, once they have what they asked for. */
  private Optional<String> rating(Message message) {
    return message.template().equals(RATED)
        ? ratings.map(it -> it.page(new DossierCode(message.dossier()), message.language()))
        : Optional.empty();
  }

  private InternetAddress from(Message message) {
    try {
      String name = senders.emailFrom(message.unit()).orElse(null);
      return new InternetAddress(sender, name, StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("Every Java has UTF-8", e);
    }
  }

  private static String subject(Wording wording) {
    return Objects.requireNonNull(wording.subject(), "subject");
  }

  private static String stopLabel(Message message) {
    return switch (message.language()) {
      case VI -> "Chọn những tin không muốn nhận";
      case EN -> "Choose what you do not want to be told";
    };
  }

  private static String ratingLabel(Message message) {
    return switch (message.language()) {
      case VI -> "Ông/bà có hài lòng không? Xin đánh giá";
      case EN -> "How did it go? Please tell us";
    };
  }

  private static @Nullable String unreachable(String address) {
    try {
      // The type holds nothing but addresses that mail goes to.
      new EmailAddress(address);
      return null;
    } catch (IllegalArgumentException noAddress) {
      return "This is no e-mail address";
    }
  }

  /** The codes are those of SES's SendRawEmail. */
  private static Sending refused(SesException error) {
    return switch (Providers.code(error)) {
      case "InvalidParameterValue", "ValidationError" ->
          new Sending.Never("The e-mail service does not take this address");
      // The sender's domain or, in SES's sandbox, the recipient is not verified: the operator's.
      case "MessageRejected" ->
          String.valueOf(error.getMessage()).contains("not verified")
              ? new Sending.NotNow("The e-mail service does not know the sender")
              : new Sending.Never("The e-mail service rejects this message");
      case "Throttling", "ThrottlingException" ->
          new Sending.NotNow("The e-mail service takes no more at this pace");
      default -> new Sending.NotNow("The e-mail service fails: " + Providers.code(error));
    };
  }
}
