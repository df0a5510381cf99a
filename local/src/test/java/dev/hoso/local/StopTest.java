package dev.hoso.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopTest {
  private static final Pattern ADDRESS = Pattern.compile("Hoso is at (http://localhost:\\d+)");

  @TempDir Path folder;

  @Test
  void aRequestUnderWayIsAnsweredBeforeTheProcessEndsAtSigterm() throws Exception {
    Process process = start();
    try {
      BufferedReader out = process.inputReader();
      Caller caller = new Caller(URI.create(find(out, ADDRESS).group(1)));
      CompletableFuture<HttpResponse<String>> nap =
          CompletableFuture.supplyAsync(() -> caller.post("/say", "text/plain", "nap"));
      find(out, Pattern.compile("napping"));
      process.destroy();
      assertThat(nap.get(20, TimeUnit.SECONDS).body()).isEqualTo("{\"slept\":true}");
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Local.class.getName(),
            SamplePackage.in(folder).toString());
    builder.environment().put("HOSO_PORT", "0");
    builder.environment().put("HOSO_STORY", "off");
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static Matcher find(BufferedReader out, Pattern pattern) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.find()) {
        return matcher;
      }
    }
    throw new AssertionError("the process ended without " + pattern);
  }
}
