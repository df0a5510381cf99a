package dev.hoso.results.seal;

import static dev.hoso.results.Given.PDF;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.results.Given;
import dev.hoso.results.Source;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What operators count, and that it names nobody. */
class MetricsTest {
  private final Scene scene = new Scene();

  @Test
  void sealedResultsAreCountedBySourceWithTheTimeThatItTook() {
    scene.sent(1, Source.UNSIGNED, PDF);

    List<String> lines = printed(() -> scene.stream(scene.item(1)));

    assertThat(lines)
        .anyMatch(
            it -> it.contains("\"ResultsSealed\":1.0") && it.contains("\"source\":\"unsigned\""))
        .anyMatch(it -> it.contains("\"ResultSealingMillis\":"));
  }

  @Test
  void refusedResultsAreCountedByReason() {
    scene.sent(1, Source.SIGNED, ScriptedSealer.BROKEN.getBytes(UTF_8));

    List<String> lines = printed(() -> scene.stream(scene.item(1)));

    assertThat(lines)
        .anyMatch(
            it -> it.contains("\"ResultsRefused\":1.0") && it.contains("\"reason\":\"not-a-pdf\""))
        .noneMatch(it -> it.contains("ResultsSealed"));
  }

  @Test
  void whatCouldNotBeDoneIsTheBacklog() {
    scene.sent(1, Source.UNSIGNED, PDF);
    scene.sent(2, Source.UNSIGNED, PDF);
    scene.sealer.trouble = new IllegalStateException("The key cannot be reached");
    scene.clock.advance(Duration.ofMinutes(2));

    assertThat(printed(scene::due)).anyMatch(MetricsTest::isBacklogOfTwo);
  }

  @Test
  void whatThereWasNoTimeForIsTheBacklogToo() {
    scene.sent(1, Source.UNSIGNED, PDF);
    scene.sent(2, Source.UNSIGNED, PDF);
    scene.clock.advance(Duration.ofMinutes(2));

    assertThat(printed(() -> scene.due(1_000))).anyMatch(MetricsTest::isBacklogOfTwo);
  }

  @Test
  void whatWaitsForItsDossierIsNone() {
    scene.sent(1, Source.UNSIGNED, PDF);
    scene.stream(scene.item(1));

    assertThat(printed(scene::due))
        .anyMatch(it -> it.contains("\"DueBacklog\":0.0") && it.contains("\"owed\":\"result\""));
  }

  @Test
  void nobodyIsNamedInALog() {
    scene.results.create(Given.receivedFields(1, Map.of("fullName", "Nguyễn Văn An")));

    List<String> lines = printed(() -> scene.stream(scene.item(1)));

    assertThat(lines).isNotEmpty().noneMatch(it -> it.contains("Nguyễn Văn An"));
  }

  private static boolean isBacklogOfTwo(String line) {
    return line.contains("\"DueBacklog\":2.0") && line.contains("\"owed\":\"result\"");
  }

  private static List<String> printed(Runnable work) {
    PrintStream before = System.out;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setOut(new PrintStream(log, true, UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(before);
    }
    return log.toString(UTF_8).lines().toList();
  }
}
