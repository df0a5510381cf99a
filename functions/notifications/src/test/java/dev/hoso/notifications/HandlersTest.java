package dev.hoso.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Handlers as Lambda makes them, with {@code environment.properties} for an environment. */
class HandlersTest {
  @Test
  void theyAreMadeFromTheEnvironmentAlone() {
    assertThatCode(DossierFactsHandler::new).doesNotThrowAnyException();
    assertThatCode(DueHandler::new).doesNotThrowAnyException();
  }

  /** Where functions share a JVM, a thread may come with the class loader of another. */
  @Test
  void messagesAreWrittenWhateverClassLoaderTheThreadHas() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (CityForTests city = new CityForTests()) {
      Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
      city.changed(CityForTests.registered(DossierForTests.dossier()));
      assertThat(city.providers.sms).hasSize(1);
      assertThat(city.providers.emails).hasSize(1);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void noLineOfTheLogNamesAPerson() {
    PrintStream before = System.out;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (CityForTests city = new CityForTests()) {
      city.providers.sns = form -> ProvidersForTests.Answer.DOWN;
      city.changed(CityForTests.registered(DossierForTests.dossier()));
      city.clock.advance(Retries.LEASE);
      city.minute();
    } finally {
      System.setOut(before);
    }

    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("messageSent", "messageNotTaken", "DueBacklog")
        .doesNotContain("912345678", "hoa@", "Hoa", "receipts/");
  }
}
