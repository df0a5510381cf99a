package dev.hoso.indicators.late;

import dev.hoso.core.AwsClients;
import dev.hoso.core.Settings;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ses.SesClient;

/** Writes to offices, by SES. */
public final class Mailer {
  private final SesClient ses;
  private final String sender;
  private final @Nullable String configurationSet;

  /** With the sender that is set. */
  public Mailer(Settings settings) {
    this.ses = AwsClients.configured(SesClient.builder(), settings, "SES").build();
    this.sender = settings.required("HOSO_EMAIL_SENDER");
    this.configurationSet = settings.optional("HOSO_EMAIL_CONFIGURATION_SET").orElse(null);
  }

  /** Hands a letter over. */
  public void send(String to, Letter letter) {
    ses.sendEmail(
        send ->
            send.source(sender)
                .destination(whom -> whom.toAddresses(to))
                .message(
                    message ->
                        message
                            .subject(subject -> subject.charset("UTF-8").data(letter.subject()))
                            .body(
                                body ->
                                    body.text(text -> text.charset("UTF-8").data(letter.text()))))
                .configurationSetName(configurationSet));
  }
}
