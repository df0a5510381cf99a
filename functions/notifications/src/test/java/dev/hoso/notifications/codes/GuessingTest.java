package dev.hoso.notifications.codes;

import static dev.hoso.notifications.codes.DeskForTests.DOSSIER;
import static dev.hoso.notifications.codes.DeskForTests.NOBODYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever guesses gets no more than five tries, however many there are and however fast. */
class GuessingTest {
  private static final int GUESSERS = 200;
  private final DeskForTests desk = new DeskForTests();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void twoHundredAtOnceGetFiveComparisons() throws Exception {
    desk.ask();
    String wrong = desk.wrongCode();
    desk.keys.messages.clear();

    List<String> answers =
        atOnce(guesser -> desk.enter(DOSSIER, wrong, "10.1.0." + guesser).location());

    // An entry is hashed only to be compared.
    assertThat(desk.keys.messages).filteredOn(it -> it.startsWith(DOSSIER + ":")).hasSize(5);
    assertThat(answers).filteredOn(it -> it.endsWith("?sent=1&wrong=1")).hasSize(4);
    assertThat(answers).filteredOn(it -> it.endsWith("?over=1")).hasSize(GUESSERS - 4);
    assertThat(desk.enter(desk.code()).location()).endsWith("?over=1");
    assertThat(desk.held(DOSSIER).number("tries")).isEqualTo(5);
  }

  @Test
  void ofTwoHundredRightOnesAtOnceOneOpens() throws Exception {
    desk.ask();
    String right = desk.code();

    List<String> cookies =
        atOnce(guesser -> desk.enter(DOSSIER, right, "10.1.0." + guesser).cookies().toString());

    assertThat(cookies).filteredOn(it -> it.contains("hoso-grant=")).hasSize(1);
  }

  @Test
  void twoHundredWhoAskAtOnceGetThreeCodes() throws Exception {
    List<String> answers = atOnce(guesser -> desk.ask(DOSSIER, "", "10.1.0." + guesser).location());

    assertThat(desk.providers.sms).hasSize(3);
    assertThat(answers).filteredOn(it -> it.endsWith("?sent=1")).hasSize(3);
    assertThat(answers).filteredOn(it -> it.endsWith("?limited=1")).hasSize(GUESSERS - 3);
  }

  @Test
  void twoHundredFromOneAddressAtOnceAskForThirtyCodes() throws Exception {
    List<String> answers =
        atOnce(asker -> desk.ask("H26.15-261123-%04d".formatted(asker), "").location());

    assertThat(answers).filteredOn(it -> it.endsWith("?sent=1")).hasSize(30);
  }

  @Test
  void aPatientGuesserGetsFiftyTriesADay() {
    int comparisons = 0;
    for (int asked = 0; asked < 24 * 3; asked++) {
      String sourceIp = "10.2.0." + asked;
      if (desk.ask(NOBODYS, "", sourceIp).location().endsWith("?sent=1")) {
        comparisons += guesses(sourceIp);
      }
      desk.clock.advance(Duration.ofMinutes(20));
    }

    assertThat(comparisons).isEqualTo(50);
  }

  /** How many of six guesses are compared. */
  private int guesses(String sourceIp) {
    desk.keys.messages.clear();
    for (int tried = 0; tried < 6; tried++) {
      desk.enter(NOBODYS, "000000", sourceIp);
    }
    return (int) desk.keys.messages.stream().filter(it -> it.startsWith(NOBODYS)).count();
  }

  private static List<String> atOnce(IntFunction<String> call)
      throws InterruptedException, ExecutionException {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<String>> calls = new ArrayList<>();
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < GUESSERS; n++) {
        int guesser = n;
        calls.add(
            executor.submit(
                () -> {
                  start.await();
                  return call.apply(guesser);
                }));
      }
      start.countDown();
    }
    List<String> answers = new ArrayList<>();
    for (Future<String> made : calls) {
      answers.add(made.get());
    }
    return answers;
  }
}
