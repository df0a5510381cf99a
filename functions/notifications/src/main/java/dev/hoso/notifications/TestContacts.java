package dev.hoso.notifications;

import dev.hoso.core.EmailAddress;
import dev.hoso.core.Invalid;
import dev.hoso.core.PhoneNumber;
import dev.hoso.core.PushEndpoint;
import dev.hoso.core.Settings;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** To whom tests may be sent: those whom the operator has named, {@code HOSO_TEST_CONTACTS}. */
final class TestContacts {
  private static final String SETTING = "HOSO_TEST_CONTACTS";

  private final Set<String> contacts;

  private TestContacts(Set<String> contacts) {
    this.contacts = contacts;
  }

  /**
   * Reads them, with commas between them.
   *
   * @throws IllegalStateException where one is none; which one is not said, for it is somebody's
   */
  static TestContacts of(Settings settings) {
    String list = settings.optional(SETTING).orElse("");
    return new TestContacts(
        Arrays.stream(list.split(",", -1))
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .map(TestContacts::contact)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static String contact(String text) {
    try {
      String channel = text.contains("@") ? "email" : text.startsWith("arn:") ? "push" : "sms";
      return read(channel, text);
    } catch (Invalid invalid) {
      throw new IllegalStateException(
          SETTING + " has one that is no phone number, e-mail address or platform endpoint");
    }
  }

  /**
   * The contact that a channel sends to.
   *
   * @return empty where it is not among those that are named
   * @throws Invalid where it is none that this channel sends to
   */
  Optional<String> named(String channel, String text) {
    return Optional.of(read(channel, text)).filter(contacts::contains);
  }

  private static String read(String channel, String text) {
    return switch (channel) {
      case "email" -> EmailAddress.parse("to", text).value();
      case "push" -> PushEndpoint.parse("to", text).arn();
      default -> PhoneNumber.parse("to", text).e164();
    };
  }
}
