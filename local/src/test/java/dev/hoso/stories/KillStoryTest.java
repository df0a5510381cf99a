package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole system as a process of its own, killed while it works. */
class KillStoryTest {
  private static final int DOSSIERS = 30;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final int port = freePort();
  private final City city = new City(URI.create("http://localhost:" + port));
  private final List<Payment> payments = new ArrayList<>();

  @TempDir Path data;

  private record Payment(String code, String reference, String phone) {
    String confirmation() {
      return City.VNPAY.paid(reference, 8000, "15" + reference.substring(2));
    }
  }

  @Test
  void killedInABurstOfConfirmationsAndStartedAgainItLosesNoneAndRepeatsNoMessage()
      throws Exception {
    Process first = start();
    try {
      register();
      AtomicInteger answered = new AtomicInteger();
      try (ExecutorService gateway = Executors.newFixedThreadPool(8)) {
        payments.forEach(it -> gateway.submit(() -> confirm(it, answered)));
        await().atMost(PATIENCE).until(() -> answered.get() >= DOSSIERS / 3);
        first.destroyForcibly().waitFor();
      }
    } finally {
      first.destroyForcibly().waitFor();
    }

    Process second = start();
    try {
      // A gateway that got no answer repeats; so does one whose answer was lost.
      payments.forEach(it -> assertThat(city.confirm(it.confirmation())).isIn("00", "02"));
      for (Payment it : payments) {
        city.paymentWhen(it.code(), "paid");
        city.settled(it.code(), 2);
        assertThat(city.inboxOf(it.phone()))
            .extracting(message -> message.path("channel").asText())
            .containsExactlyInAnyOrder("sms", "email");
      }
      assertThat(log().toPath())
          .content()
          .contains("confirmationTaken")
          .doesNotContain(personalData());
    } finally {
      second.destroyForcibly().waitFor();
    }
  }

  /** What no log may hold. */
  private String[] personalData() {
    return Stream.concat(
            Stream.of("Nguyễn Thị Hoa"),
            payments.stream().flatMap(it -> Stream.of(it.phone(), City.emailOf(it.phone()))))
        .toArray(String[]::new);
  }

  /** Status 1 tells nobody anything: what citizens get is the confirmation alone. */
  private void register() {
    for (int n = 0; n < DOSSIERS; n++) {
      Payment it = new Payment(City.newCode(), City.newReference(), City.newPhone());
      city.register(it.code(), it.phone(), "vi", 1);
      city.ask(it.code(), it.reference());
      payments.add(it);
    }
  }

  private void confirm(Payment it, AtomicInteger answered) {
    try {
      city.confirm(it.confirmation());
      answered.incrementAndGet();
    } catch (UncheckedIOException e) {
      // The kill cut the call off, as it would a gateway's.
    }
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.hoso.local.Local",
            TheCity.TEMPLATE.toString());
    Map<String, String> environment = builder.environment();
    environment.put("HOSO_PORT", Integer.toString(port));
    environment.put("HOSO_DATA", data.toString());
    environment.put("HOSO_STORY", "off");
    environment.put("AWS_LAMBDA_LOG_LEVEL", "INFO");
    Process process =
        builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log())).start();
    await().atMost(PATIENCE).ignoreExceptions().until(() -> city.get("/units").statusCode() == 200);
    return process;
  }

  private File log() {
    return data.resolve("log").toFile();
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
