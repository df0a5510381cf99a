package dev.hoso;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long every test of this module waits for its condition. Longer than a minute: what a slow
 * machine was late for comes with the next round of the schedules.
 */
public final class Patience implements BeforeAllCallback {
  /** For what is waited for otherwise than by Awaitility. */
  public static final Duration TIME = Duration.ofSeconds(90);

  @Override
  public void beforeAll(ExtensionContext test) {
    Awaitility.setDefaultTimeout(TIME);
  }
}
