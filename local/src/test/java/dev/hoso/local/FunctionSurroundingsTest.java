package dev.hoso.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class FunctionSurroundingsTest {
  @Test
  void aFunctionFindsItsEnvironmentAsAFileOnItsClassPath() {
    JsonNode environment = Shared.CALLER.json("/surroundings").path("environment");
    assertThat(environment.path("ITEMS_TABLE").asText()).isEqualTo("Items");
    assertThat(environment.path("WORDS").asText()).isEqualTo("Xin chào: a=b #c");
    assertThat(environment.path("CITIZEN_ADDRESS").asText()).isEqualTo(Shared.address().toString());
    assertThat(environment.path("AWS_LAMBDA_FUNCTION_NAME").asText()).isEqualTo("Surroundings");
  }

  @Test
  void aFunctionSeesNothingOfTheRuntimeThatRunsIt() {
    assertThat(Shared.CALLER.json("/surroundings").path("seesRuntime").asBoolean()).isFalse();
  }

  @Test
  void aHandlerOfObjectsIsGivenObjects() {
    assertThat(Shared.CALLER.json("/surroundings").path("function").asText())
        .isEqualTo("Surroundings");
  }
}
