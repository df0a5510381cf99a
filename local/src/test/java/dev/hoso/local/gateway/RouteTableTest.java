package dev.hoso.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.local.template.Route;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteTableTest {
  private final RouteTable table =
      table(
          "GET /{proxy+}",
          "ANY /payments/{id}",
          "GET /payments/{id}",
          "GET /payments/anomalies",
          "POST /dossiers/{code}/payments");

  private static RouteTable table(String... keys) {
    return new RouteTable(
        Arrays.stream(keys)
            .map(key -> key.split(" "))
            .map(parts -> new Route("F", parts[0], parts[1], Optional.empty()))
            .toList());
  }

  private String route(String method, String path) {
    return table.find(method, path).map(match -> match.route().key()).orElse("none");
  }

  @Test
  void aFixedPathIsTakenBeforeAVariable() {
    assertThat(route("GET", "/payments/anomalies")).isEqualTo("GET /payments/anomalies");
  }

  @Test
  void aMethodIsTakenBeforeAny() {
    assertThat(route("GET", "/payments/1")).isEqualTo("GET /payments/{id}");
    assertThat(route("DELETE", "/payments/1")).isEqualTo("ANY /payments/{id}");
  }

  @Test
  void aGreedyVariableTakesTheRestAfterAllOthers() {
    assertThat(route("GET", "/a/b%20c/d")).isEqualTo("GET /{proxy+}");
    assertThat(table.find("GET", "/a/b%20c/d").orElseThrow().variables())
        .isEqualTo(Map.of("proxy", "a/b c/d"));
  }

  @Test
  void aVariableIsDecodedAndKeepsItsPlus() {
    assertThat(table.find("POST", "/dossiers/H26%2F1+2/payments").orElseThrow().variables())
        .isEqualTo(Map.of("code", "H26/1+2"));
  }

  @Test
  void anEmptyVariableIsNoMatch() {
    assertThat(route("POST", "/dossiers//payments")).isEqualTo("none");
  }

  @Test
  void theDefaultRouteTakesWhatIsLeft() {
    RouteTable withDefault = table("GET /a", "ANY $default");
    assertThat(withDefault.find("PUT", "/x/y").orElseThrow().route().key()).isEqualTo("$default");
  }
}
