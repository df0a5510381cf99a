package dev.hoso.notifications.email;

import dev.hoso.notifications.Message;
import dev.hoso.notifications.Wording;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail as it goes over the wire: the same in text and in HTML, the reader's program chooses.
 */
final class Mime {
  private static final String UTF_8 = "UTF-8";

  private Mime() {}

  /**
   * The bytes of an e-mail from a sender.
   *
   * @param wording what it says
   * @param stop the address that ends such e-mails; null where its reader cannot opt out of it
   */
  static byte[] bytes(
      Message message, Wording wording, @Nullable String stop, InternetAddress sender) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      mail(message, wording, stop, sender).writeTo(bytes);
      return bytes.toByteArray();
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("An e-mail cannot be written", e);
    }
  }

  private static MimeMessage mail(
      Message message, Wording wording, @Nullable String stop, InternetAddress sender)
      throws MessagingException {
    MimeMessage mail = new Identified(identity(message, sender.getAddress()));
    mail.setFrom(sender);
    mail.setRecipients(
        MimeMessage.RecipientType.TO, new Address[] {new InternetAddress(message.to())});
    mail.setSubject(wording.subject(), UTF_8);
    mail.setHeader("Content-Language", message.language().code());
    // RFC 3834: answers of absent readers' programs are not wanted.
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Hoso-Message", message.identity());
    if (stop != null) {
      // RFC 8058: mail programs show a button, which posts just this.
      mail.setHeader("List-Unsubscribe", "<" + stop + ">");
      mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    mail.setContent(
        new MimeMultipart(
            "alternative",
            part(wording.text(), "plain"),
            part(Objects.requireNonNull(wording.html(), "html"), "html")));
    mail.saveChanges();
    return mail;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    return part;
  }

  private static String identity(Message message, String sender) {
    return "<" + message.identity() + sender.substring(sender.indexOf('@')) + ">";
  }

  /**
   * A repeated e-mail has the same {@code Message-ID}, by which mailboxes drop copies. SES puts its
   * own in its place (docs.aws.amazon.com/ses/latest/dg/header-fields.html), so {@code
   * X-Hoso-Message} carries the identity as well.
   */
  private static final class Identified extends MimeMessage {
    private final String identity;

    Identified(String identity) {
      super(Session.getInstance(new Properties()));
      this.identity = identity;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", identity);
    }
  }
}
