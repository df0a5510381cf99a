package dev.hoso.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hoso.samples.Seen;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A folder outlives the runtime that wrote it, however that one ended. */
@Execution(ExecutionMode.CONCURRENT)
class RestartTest {
  @TempDir Path folder;
  private final String prefix = UUID.randomUUID().toString();

  private void put(DynamoDbClient tables, int n) {
    tables.putItem(
        request ->
            request
                .tableName("Items")
                .item(
                    Map.of(
                        "id", AttributeValue.fromS(prefix + n),
                        "kind", AttributeValue.fromS("loud"),
                        "n", AttributeValue.fromN(String.valueOf(n)))));
  }

  private List<String> taken() {
    return Seen.all("Take").stream().filter(one -> one.startsWith(prefix)).toList();
  }

  private String seen(int n) {
    return prefix + n + "/" + n;
  }

  @Test
  void aRestartGoesOnAfterItsCheckpointAndRepeatsNothing() {
    Options options = Options.of(SamplePackage.in(folder)).withData(folder.resolve("data"));
    try (LocalRuntime first = LocalRuntime.start(options)) {
      put(Shared.tables(new Caller(first.address())), 1);
      await().untilAsserted(() -> assertThat(taken()).containsExactly(seen(1)));
    }
    try (LocalRuntime second = LocalRuntime.start(options)) {
      put(Shared.tables(new Caller(second.address())), 2);
      await().untilAsserted(() -> assertThat(taken()).contains(seen(2)));
    }
    assertThat(taken()).containsExactly(seen(1), seen(2));
  }

  @Test
  void aClosedRuntimeFreesItsPort() throws IOException {
    int port;
    try (LocalRuntime runtime = LocalRuntime.start(Options.of(SamplePackage.in(folder)))) {
      port = runtime.address().getPort();
    }
    new ServerSocket(port).close();
  }

  @Test
  void aKillInTheMiddleOfWritesLosesNothingThatWasWritten() throws Exception {
    Path template = SamplePackage.in(folder);
    Path data = folder.resolve("data");
    AtomicInteger written = new AtomicInteger();
    Process process = startApart(template, data);
    try {
      DynamoDbClient tables = Shared.tables(new Caller(addressOf(process)));
      Thread writer = Thread.ofVirtual().start(() -> writeUntilItFails(tables, written));
      await().until(() -> written.get() > 50);
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      writer.join();
    } finally {
      process.destroyForcibly();
    }
    tookAllOrTakesThemNow(template, data, written.get());
  }

  private void tookAllOrTakesThemNow(Path template, Path data, int written) throws IOException {
    try (LocalRuntime runtime = LocalRuntime.start(Options.of(template).withData(data))) {
      DynamoDbClient tables = Shared.tables(new Caller(runtime.address()));
      put(tables, 1_000_000);
      await().untilAsserted(() -> assertThat(taken()).contains(seen(1_000_000)));
      List<String> before = Files.readAllLines(folder.resolve("taken.txt"));
      assertThat(IntStream.rangeClosed(1, written).mapToObj(this::seen))
          .allMatch(one -> before.contains(one) || taken().contains(one));
      assertThat(
              tables.scanPaginator(request -> request.tableName("Items")).items().stream().count())
          .isGreaterThanOrEqualTo(written + 1L);
    }
  }

  private void writeUntilItFails(DynamoDbClient tables, AtomicInteger written) {
    try {
      while (written.get() < 1_000_000) {
        put(tables, written.get() + 1);
        written.incrementAndGet();
      }
    } catch (SdkClientException e) {
      // The other process is gone: that was the order.
    }
  }

  private Process startApart(Path template, Path data) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            RuntimeApart.class.getName(),
            template.toString(),
            data.toString(),
            folder.resolve("taken.txt").toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static java.net.URI addressOf(Process process) throws IOException {
    String line = process.inputReader().readLine();
    assertThat(line).as("the other process's address").startsWith("http://");
    return java.net.URI.create(line);
  }
}
