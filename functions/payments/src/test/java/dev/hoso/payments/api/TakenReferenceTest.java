package dev.hoso.payments.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ScenarioMappingBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.hoso.core.web.ApiAnswer;
import dev.hoso.payments.gateways.Wire;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A reference that the gateway knows, though we keep no payment under it. */
class TakenReferenceTest {
  private static final AtomicInteger COUNT = new AtomicInteger(8800);
  private static final String KNOWN = "{\"return_code\":2,\"sub_return_code\":-68}";
  private static final String OPENED =
      "{\"return_code\":1,\"sub_return_code\":1,\"order_url\":\"https://zalopay.example/pay\","
          + "\"qr_code\":\"00020101021226520010vn.zalopay\"}";

  @RegisterExtension
  static final Wire WIRE = new Wire("zalopay", Map.of("APP_ID", "2554", "KEY1", "key-1"));

  private static final APIGatewayV2HTTPEventFunction FUNCTION = Api.function(WIRE.environment());

  private final String dossier = "H26.15-261123-" + COUNT.incrementAndGet();

  @BeforeEach
  void register() {
    Api.dossier(dossier, "1.004222", "inPerson", "vi", "00004");
  }

  @Test
  void oneOfOursIsReplacedByAnotherOnce() {
    WIRE.server().stubFor(create(Scenario.STARTED, KNOWN).willSetStateTo("next"));
    WIRE.server().stubFor(create("next", OPENED));

    ApiAnswer asked = ask("");

    assertThat(asked.status()).isEqualTo(201);
    assertThat(asked.text("payUrl")).isEqualTo("https://zalopay.example/pay");
    WIRE.server().verify(2, postRequestedFor(urlEqualTo("/v2/create")));
    assertThat(Api.PAYMENTS.get(Map.of("id", "zalopay/" + asked.text("reference"))).text("qr"))
        .isEqualTo("00020101021226520010vn.zalopay");
  }

  @Test
  void ifThatIsTakenTooTheCallerIsTold() {
    WIRE.server().stubFor(post(urlEqualTo("/v2/create")).willReturn(okJson(KNOWN)));

    ApiAnswer refused = ask("");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("type")).isEqualTo("urn:hoso:problem:reference-taken");
    WIRE.server().verify(2, postRequestedFor(urlEqualTo("/v2/create")));
  }

  @Test
  void oneThatTheCallerNamedIsRefused() {
    WIRE.server().stubFor(post(urlEqualTo("/v2/create")).willReturn(okJson(KNOWN)));

    ApiAnswer refused = ask(",\"reference\":\"261123_" + COUNT.get() + "\"");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("type")).isEqualTo("urn:hoso:problem:reference-taken");
    WIRE.server().verify(1, postRequestedFor(urlEqualTo("/v2/create")));
  }

  @Test
  void aGatewayThatIsDownIsTriedUnderOneReferenceOnly() {
    WIRE.server().stubFor(post(urlEqualTo("/v2/create")).willReturn(aResponse().withStatus(400)));

    assertThat(ask("").text("type")).isEqualTo("urn:hoso:problem:gateway-trouble");

    WIRE.server().verify(1, postRequestedFor(urlEqualTo("/v2/create")));
  }

  private ApiAnswer ask(String more) {
    String body = "{\"gateway\":\"zalopay\",\"amount\":50000" + more + "}";
    return Api.post("/dossiers/" + dossier + "/payments", body).send(FUNCTION);
  }

  private static ScenarioMappingBuilder create(String when, String answer) {
    return post(urlEqualTo("/v2/create"))
        .inScenario("create")
        .whenScenarioStateIs(when)
        .willReturn(okJson(answer));
  }
}
