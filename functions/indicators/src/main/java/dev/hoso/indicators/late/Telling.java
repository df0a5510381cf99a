package dev.hoso.indicators.late;

import dev.hoso.core.Log;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Tells offices, each once: who was told is noted after the provider took it, so a crash between
 * the two tells one office twice, and none is left out. One that cannot be told holds back no
 * other.
 */
final class Telling {
  private final Lists lists;
  private final Mailer mailer;
  private final Contacts contacts;
  private final InstantSource clock;
  private int failed;

  Telling(Lists lists, Mailer mailer, Contacts contacts, InstantSource clock) {
    this.lists = lists;
    this.mailer = mailer;
    this.contacts = contacts;
    this.clock = clock;
  }

  /**
   * Tells a unit, unless it was told before.
   *
   * @param of what it is told of; together with whom, the name of the letter
   */
  void tell(String of, String whom, String unit, Supplier<Letter> letter) {
    String address = contacts.email(unit).orElse(null);
    if (address == null || lists.told(of, whom)) {
      return;
    }
    try {
      mailer.send(address, letter.get());
      lists.noteTold(of, whom, clock.instant());
    } catch (SdkException e) {
      failed++;
      Log.error("officeNotTold", Map.of("of", of, "unit", unit), e);
    }
  }

  /**
   * Whether everybody was told.
   *
   * @throws IllegalStateException where somebody was not, so that Lambda tries again
   */
  void finish() {
    if (failed > 0) {
      throw new IllegalStateException(failed + " offices could not be told");
    }
  }
}
