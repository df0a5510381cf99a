package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same thing at the same time, a hundred times. */
class RaceStoryTest {
  private static final int DELIVERIES = 100;
  private final City city = TheCity.running();

  @Test
  void aHundredDeliveriesOfOneConfirmationLeaveOnePaymentAndOneMessageOnEachChannel()
      throws Exception {
    String code = City.newCode();
    String reference = City.newReference();
    String phone = City.newPhone();
    city.register(code, phone, "vi", 1);
    city.ask(code, reference);
    String confirmation = City.VNPAY.paid(reference, 8000, "14900001");

    List<String> answers = atOnce(() -> city.confirm(confirmation));

    assertThat(answers).filteredOn("00"::equals).hasSize(1);
    assertThat(answers).filteredOn("02"::equals).hasSize(DELIVERIES - 1);
    city.settled(code, 2);
    JsonNode dossier = city.dossier(code);
    assertThat(dossier.path("payments")).hasSize(1);
    assertThat(dossier.at("/payments/0/status").asText()).isEqualTo("paid");
    assertThat(city.inboxOf(phone))
        .extracting(it -> it.path("channel").asText())
        .containsExactlyInAnyOrder("sms", "email");
  }

  @Test
  void aHundredRegistrationsOfOneDossierLeaveOneVersion() throws Exception {
    String code = City.newCode();
    String registration = City.registration(City.newPhone(), "vi", 2);

    List<Integer> answers = atOnce(() -> city.put("/dossiers/" + code, registration).statusCode());

    assertThat(answers).filteredOn(it -> it == 201).hasSize(1);
    assertThat(answers).filteredOn(it -> it == 200).hasSize(DELIVERIES - 1);
    assertThat(city.dossier(code).path("version").asInt()).isEqualTo(1);
  }

  private static <T> List<T> atOnce(java.util.concurrent.Callable<T> call) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> calls =
          IntStream.range(0, DELIVERIES)
              .mapToObj(
                  n ->
                      callers.submit(
                          () -> {
                            start.await();
                            return call.call();
                          }))
              .toList();
      start.countDown();
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : calls) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
