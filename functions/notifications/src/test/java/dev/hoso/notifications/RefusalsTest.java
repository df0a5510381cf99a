package dev.hoso.notifications;

import static dev.hoso.notifications.CityForTests.registered;
import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import dev.hoso.notifications.ProvidersForTests.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What providers' error codes mean for a message. */
class RefusalsTest {
  private final CityForTests city = new CityForTests();

  @AfterEach
  void close() {
    city.close();
  }

  @ParameterizedTest(name = "SNS: {0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | InvalidParameter      | failed  | The SMS service does not take this number
          400 | InvalidParameterValue | failed  | The SMS service does not take this number
          400 | OptedOut              | failed  | The person has opted out of SMS with the operator
          429 | Throttled             | claimed | The SMS service takes no more at this pace
          400 | Throttling            | claimed | The SMS service takes no more at this pace
          403 | AuthorizationError    | claimed | The SMS service fails: AuthorizationError
          500 | InternalError         | claimed | The SMS service fails: InternalError
          """)
  void anSmsIsGivenUpOnlyWhenItWillNeverBeTaken(
      int http, String code, String status, String failure) {
    city.providers.sns = form -> new Answer(http, code, "as SNS says");

    city.changed(registered(dossier()));

    assertMessage("sms", status, failure);
  }

  @ParameterizedTest(name = "SES: {0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | InvalidParameterValue        | Invalid domain name           | failed  | The e-mail service does not take this address
          400 | MessageRejected              | Illegal content               | failed  | The e-mail service rejects this message
          400 | MessageRejected              | Email address is not verified | claimed | The e-mail service does not know the sender
          400 | Throttling                   | Maximum sending rate exceeded | claimed | The e-mail service takes no more at this pace
          400 | AccountSendingPausedException | Sending is paused            | claimed | The e-mail service fails: AccountSendingPausedException
          503 | ServiceUnavailable           | Try later                     | claimed | The e-mail service fails: ServiceUnavailable
          """)
  void anEmailIsGivenUpOnlyWhenItWillNeverBeTaken(
      int http, String code, String text, String status, String failure) {
    city.providers.ses = form -> new Answer(http, code, text);

    city.changed(registered(dossier()));

    assertMessage("email", status, failure);
  }

  private void assertMessage(String channel, String status, String failure) {
    Item message = city.message("received", channel);
    assertThat(message.text("status")).isEqualTo(status);
    assertThat(message.text("failure")).isEqualTo(failure);
    assertThat(message.has("due")).isEqualTo(status.equals("claimed"));
    assertThat(message.has("owed")).isEqualTo(status.equals("claimed"));
  }
}
