package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a person sees who has just started it. */
@Execution(ExecutionMode.CONCURRENT)
class OpeningStoryTest {
  @TempDir Path data;

  @Test
  void itTellsHowAPaymentReachedACitizenAndGoesOnServing() throws Exception {
    LocalProcess local = new LocalProcess(data);
    Process process = local.start("on");
    try {
      await()
          .atMost(LocalProcess.A_START)
          .until(() -> Files.readString(local.log()), it -> it.contains("Open now: "));

      assertThat(Files.readString(local.log()))
          .contains("\"RspCode\":\"00\"", "da nhan 8.000d", "đã nhận 8.000đ", "/receipts/");
      assertThat(local.city().get("/units").statusCode()).isEqualTo(200);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void itDoesNotOutliveTheMavenThatStartedIt() throws Exception {
    LocalProcess local = new LocalProcess(data);
    Process shell = local.startBelowAShell();

    shell.destroyForcibly().waitFor();

    await()
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> local.city().get("/units"))
                    .isInstanceOf(UncheckedIOException.class));
  }
}
