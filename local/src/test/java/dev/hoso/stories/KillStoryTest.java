package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The whole system as a process of its own, killed while it works. */
@Execution(ExecutionMode.CONCURRENT)
class KillStoryTest {
  private static final int DOSSIERS = 12;
  private final List<Payment> payments = new ArrayList<>();

  @TempDir Path data;
  private LocalProcess local;
  private City city;

  @BeforeEach
  void place() {
    local = new LocalProcess(data);
    city = local.city();
  }

  private record Payment(String code, String reference, String phone) {
    String confirmation() {
      return City.VNPAY.paid(reference, 8000, "15" + reference.substring(2));
    }
  }

  @Test
  void killedInABurstOfConfirmationsAndStartedAgainItLosesNoneAndRepeatsNoMessage()
      throws Exception {
    Process first = local.start("off");
    try {
      register();
      AtomicInteger answered = new AtomicInteger();
      try (ExecutorService gateway = Executors.newFixedThreadPool(8)) {
        payments.forEach(it -> gateway.execute(() -> confirm(it, answered)));
        await().until(() -> answered.get() >= DOSSIERS / 3);
        first.destroyForcibly().waitFor();
      }
    } finally {
      first.destroyForcibly().waitFor();
    }

    Process second = local.start("off");
    try {
      // A gateway that got no answer repeats; so does one whose answer was lost.
      payments.forEach(it -> assertThat(city.confirm(it.confirmation())).isIn("00", "02"));
      payments.forEach(it -> city.paymentWhen(it.code(), "paid"));
      // A message that was cut off between claim and send waits for the end of its lease.
      payments.forEach(
          it -> city.dossierWhen(it.code(), dossier -> dossier.path("messages").size() == 2));
      City.ok(city.post("/local/clock", "{\"advance\":\"PT2M\"}"));
      for (Payment it : payments) {
        city.settled(it.code(), 2);
        assertThat(city.inboxOf(it.phone()))
            .extracting(message -> message.path("channel").asText())
            .containsExactlyInAnyOrder("sms", "email");
      }
      assertThat(local.log())
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
}
