package dev.hoso.stories;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The local runtime as a process of its own, as the README's command starts it: it can be killed.
 */
final class LocalProcess {
  /** Seconds, where it has a machine for itself; its tests run beside others. */
  static final Duration A_START = Duration.ofMinutes(5);

  private final int port = freePort();
  private final City city = new City(URI.create("http://localhost:" + port));
  private final Path data;

  /** A runtime that keeps its state and its log in this folder. */
  LocalProcess(Path data) {
    this.data = data;
  }

  City city() {
    return city;
  }

  Path log() {
    return data.resolve("log");
  }

  /** Starts it and waits for its first answer. */
  Process start(String story) throws IOException {
    return start(story, command());
  }

  /** The same below a shell, as Maven has it below itself; what is given back is the shell. */
  Process startBelowAShell() throws IOException {
    // Two commands, or the shell would become the second.
    String line = "'" + String.join("' '", command()) + "'; exit 0";
    return start("off", List.of("sh", "-c", line));
  }

  private static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Dhoso.stopWithParent=true",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.hoso.local.Local",
        TheCity.TEMPLATE.toString());
  }

  private Process start(String story, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.put("HOSO_PORT", Integer.toString(port));
    environment.put("HOSO_DATA", data.toString());
    environment.put("HOSO_STORY", story);
    environment.put("AWS_LAMBDA_LOG_LEVEL", "INFO");
    Process process =
        builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log().toFile())).start();
    await().atMost(A_START).ignoreExceptions().until(() -> city.get("/units").statusCode() == 200);
    return process;
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
