package dev.hoso.local.providers;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A MIME message as a mail program shows it. */
record Mail(
    Optional<String> id,
    String from,
    List<String> to,
    String subject,
    String text,
    Optional<String> html) {

  /**
   * Parses the message.
   *
   * @throws QueryError if it is none
   */
  static Mail parse(byte[] raw) throws QueryError {
    try {
      MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(raw));
      return new Mail(
          Optional.ofNullable(message.getMessageID()),
          addresses(message.getFrom()).stream().findFirst().orElse(""),
          addresses(message.getAllRecipients()),
          Objects.requireNonNullElse(message.getSubject(), ""),
          find(message, "text/plain").orElse(""),
          find(message, "text/html"));
    } catch (MessagingException | IOException e) {
      throw new QueryError(400, "InvalidParameterValue", "The message cannot be read: " + e);
    }
  }

  private static List<String> addresses(Address @Nullable [] addresses) {
    return addresses == null
        ? List.of()
        : Arrays.stream(addresses)
            .map(one -> one instanceof InternetAddress mail ? mail.getAddress() : one.toString())
            .toList();
  }

  private static Optional<String> find(Part part, String type)
      throws MessagingException, IOException {
    Object content = part.getContent();
    if (content instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart one = parts.getBodyPart(i);
        Optional<String> found = find(one, type);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    return part.isMimeType(type) && !attached ? Optional.of(content.toString()) : Optional.empty();
  }
}
