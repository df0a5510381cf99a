package dev.hoso.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRuntimeTest {
  @TempDir static Path folder;
  static LocalRuntime runtime;
  static Caller caller;

  @BeforeAll
  static void start() {
    runtime = LocalRuntime.start(Options.of(SamplePackage.in(folder)).withOut(System.out::println));
    caller = new Caller(runtime.address());
  }

  @AfterAll
  static void stop() {
    runtime.close();
  }

  @Test
  void aFunctionFindsItsEnvironmentAsAFileOnItsClassPath() {
    JsonNode environment = caller.json("/surroundings").path("environment");
    assertThat(environment.path("ITEMS_TABLE").asText()).isEqualTo("Items");
    assertThat(environment.path("WORDS").asText()).isEqualTo("Xin chào: a=b #c");
    assertThat(environment.path("CITIZEN_ADDRESS").asText())
        .isEqualTo(runtime.address().toString());
    assertThat(environment.path("AWS_LAMBDA_FUNCTION_NAME").asText()).isEqualTo("Surroundings");
  }

  @Test
  void aFunctionSeesNothingOfTheRuntimeThatRunsIt() {
    assertThat(caller.json("/surroundings").path("seesRuntime").asBoolean()).isFalse();
  }
}
