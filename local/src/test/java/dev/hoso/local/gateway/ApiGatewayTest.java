package dev.hoso.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.local.Caller;
import dev.hoso.local.Json;
import dev.hoso.local.Shared;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ApiGatewayTest {
  private final Caller caller = Shared.CALLER;

  private HttpResponse<String> say(String answer) {
    return caller.post("/say", "application/json", answer);
  }

  @Test
  void aFunctionIsGivenTheRequestAndItsAnswerComesBack() {
    HttpResponse<String> response = caller.get("/echo/H%C3%A0?q=%2B1", "x-one", "1");
    JsonNode event = Json.read(response.body());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
    assertThat(event.path("routeKey").asText()).isEqualTo("ANY /echo/{name}");
    assertThat(event.path("pathParameters").path("name").asText()).isEqualTo("Hà");
    assertThat(event.path("rawQueryString").asText()).isEqualTo("q=%2B1");
    assertThat(event.path("headers").path("x-one").asText()).isEqualTo("1");
    assertThat(event.path("requestContext").path("http").path("sourceIp").asText())
        .isEqualTo("127.0.0.1");
  }

  @Test
  void aPathWithoutARouteIsNotFound() {
    HttpResponse<String> response = caller.get("/nowhere");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
  }

  @Test
  void everyCookieOfAnAnswerIsAHeader() {
    HttpResponse<String> response =
        say("{\"statusCode\":201,\"cookies\":[\"a=1\",\"b=2; Secure\"],\"body\":\"x\"}");
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2; Secure");
  }

  @Test
  void anAnswerWithoutAStatusIsTheBodyOfA200() {
    HttpResponse<String> response = say("{\"RspCode\":\"00\"}");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
    assertThat(response.body()).isEqualTo("{\"RspCode\":\"00\"}");
  }

  @Test
  void aFunctionThatThrowsIsAnInternalServerError() {
    HttpResponse<String> response = say("throw");
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  @Test
  void anAnswerThatIsNoJsonIsAnInternalServerError() {
    assertThat(say("hello {").statusCode()).isEqualTo(500);
  }

  @Test
  void aFunctionThatTakesTooLongMakesTheServiceUnavailable() {
    HttpResponse<String> response = say("hang");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
  }

  @Test
  void aBodyOfMoreThanSixMegabytesIsTooLarge() {
    HttpRequest.Builder request =
        caller
            .request("/echo/large")
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[6 * 1024 * 1024 + 1]));
    assertThat(caller.send(request).statusCode()).isEqualTo(413);
  }

  @Test
  void tokensAreNotAskedForUnlessSwitchedOn() {
    assertThat(caller.get("/guarded").statusCode()).isEqualTo(200);
  }
}
