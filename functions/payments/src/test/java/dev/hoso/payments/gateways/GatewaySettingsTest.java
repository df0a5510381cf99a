package dev.hoso.payments.gateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.hoso.core.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where settings come from; SSM speaks on the wire. */
class GatewaySettingsTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicReference<String> request = new AtomicReference<>("");
  private final AtomicReference<String> secret = new AtomicReference<>("from-ssm");
  private final AtomicReference<String> parameters =
      new AtomicReference<>("{\"Name\":\"/hoso/gateways/vnpay/hash_secret\",\"Value\":\"%s\"}");
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T07:30:00Z"));
  private HttpServer ssm;

  @BeforeEach
  void start() throws IOException {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    ssm = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    ssm.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          request.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] answer =
              """
              {"Parameters":[%s]}"""
                  .formatted(parameters.get().formatted(secret.get()))
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("content-type", "application/x-amz-json-1.1");
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    ssm.start();
  }

  @AfterEach
  void stop() {
    ssm.stop(0);
  }

  @Test
  void theEnvironmentComesFirstAndThenNobodyIsAsked() {
    GatewaySettings settings = settings(Map.of("HOSO_GATEWAYS_VNPAY_HASH_SECRET", "from-here"));

    assertThat(settings.account("vnpay", null).secrets("HASH_SECRET")).containsExactly("from-here");
    assertThat(asked).hasValue(0);
  }

  @Test
  void whatTheEnvironmentDoesNotSayIsInSsmDecrypted() {
    assertThat(settings(Map.of()).account("vnpay", null).secrets("HASH_SECRET"))
        .containsExactly("from-ssm");
    assertThat(request.get())
        .contains("\"Path\":\"/hoso/gateways/vnpay\"", "\"WithDecryption\":true");
  }

  @Test
  void whatSsmSaidHoldsForFiveMinutes() {
    GatewaySettings settings = settings(Map.of());
    settings.account("vnpay", null).secrets("HASH_SECRET");
    secret.set("the-next");

    now.set(now.get().plusSeconds(300));
    assertThat(settings.account("vnpay", null).secrets("HASH_SECRET")).containsExactly("from-ssm");
    assertThat(asked).hasValue(1);

    now.set(now.get().plusSeconds(1));
    assertThat(settings.account("vnpay", null).secrets("HASH_SECRET")).containsExactly("the-next");
  }

  @Test
  void severalSecretsAreSeparatedByCommas() {
    secret.set("one, two,");

    assertThat(settings(Map.of()).account("vnpay", null).secrets("HASH_SECRET"))
        .containsExactly("one", "two");
  }

  @Test
  void aMissingSettingIsNamedInBothPlaces() {
    assertThatThrownBy(() -> settings(Map.of()).account("vnpay", null).required("TMN_CODE"))
        .isInstanceOf(MissingSetting.class)
        .hasMessage(
            "Set HOSO_GATEWAYS_VNPAY_TMN_CODE, or the parameter /hoso/gateways/vnpay/tmn_code");
  }

  @Test
  void aNamedAccountHasItsOwnAndElseWhatTheUnnamedOneHas() {
    GatewaySettings settings =
        settings(
            Map.of(
                "HOSO_GATEWAYS_VNPAY_BASE_URL", "https://vnpay.example",
                "HOSO_GATEWAYS_VNPAY_TMN_CODE", "CITY",
                "HOSO_GATEWAYS_VNPAY_TAYHO_TMN_CODE", "TAYHO"));

    assertThat(settings.account("vnpay", "tayho").required("TMN_CODE")).isEqualTo("TAYHO");
    assertThat(settings.account("vnpay", null).required("TMN_CODE")).isEqualTo("CITY");
    assertThat(settings.account("vnpay", "another").required("TMN_CODE")).isEqualTo("CITY");
    assertThat(settings.account("vnpay", "tayho").required("BASE_URL"))
        .isEqualTo("https://vnpay.example");
    assertThat(asked).hasValue(0);
  }

  @Test
  void aGatewaysPublicAddressIsMeantWhereNoneIsNamed() {
    GatewaySettings here = settings(Map.of("HOSO_GATEWAYS_MOMO_PARTNER_CODE", "MOMO"));

    assertThat(here.account("momo", null).address("https://momo.example"))
        .isEqualTo("https://momo.example");
    assertThat(asked).as("who sets it up here, sets it up here").hasValue(0);
    assertThat(settings(Map.of()).account("momo", null).address("https://momo.example"))
        .isEqualTo("https://momo.example");
  }

  @Test
  void anotherAddressIsInTheEnvironmentOrInSsm() {
    GatewaySettings here = settings(Map.of("HOSO_GATEWAYS_MOMO_BASE_URL", "https://test.example/"));
    parameters.set("{\"Name\":\"/hoso/gateways/momo/base_url\",\"Value\":\"https://ssm.example\"}");

    assertThat(here.account("momo", null).address("https://momo.example"))
        .isEqualTo("https://test.example");
    assertThat(settings(Map.of()).account("momo", null).address("https://momo.example"))
        .isEqualTo("https://ssm.example");
  }

  @Test
  void inSsmAnAccountIsAFolder() {
    parameters.set(
        """
        {"Name":"/hoso/gateways/vnpay/hash_secret","Value":"citys"},\
        {"Name":"/hoso/gateways/vnpay/tayho/hash_secret","Value":"tayhos"}""");
    GatewaySettings settings = settings(Map.of());

    assertThat(settings.account("vnpay", "tayho").secrets("HASH_SECRET")).containsExactly("tayhos");
    assertThat(settings.accounts("vnpay", "HASH_SECRET"))
        .extracting(it -> it.required("HASH_SECRET"))
        .containsExactly("citys", "tayhos");
    assertThat(request.get()).contains("\"Recursive\":true");
    assertThat(asked).hasValue(1);
  }

  @Test
  void allAccountsWithAFieldOfTheirOwnAreTriedTheUnnamedOneFirst() {
    GatewaySettings settings =
        settings(
            Map.of(
                "HOSO_GATEWAYS_VNPAY_ZONE_HASH_SECRET", "z",
                "HOSO_GATEWAYS_VNPAY_HASH_SECRET", "citys",
                "HOSO_GATEWAYS_VNPAY_ABC_HASH_SECRET", "a"));

    assertThat(settings.accounts("vnpay", "HASH_SECRET"))
        .extracting(it -> it.required("HASH_SECRET"))
        .containsExactly("citys", "a", "z");
  }

  @Test
  void aMissingSettingOfAnAccountIsNamedToo() {
    assertThatThrownBy(() -> settings(Map.of()).account("momo", "tayho").required("SECRET_KEY"))
        .isInstanceOf(MissingSetting.class)
        .hasMessage(
            "Set HOSO_GATEWAYS_MOMO_TAYHO_SECRET_KEY, or the parameter"
                + " /hoso/gateways/momo/tayho/secret_key");
  }

  private GatewaySettings settings(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("AWS_REGION", "ap-southeast-1");
    all.put("AWS_ENDPOINT_URL_SSM", "http://localhost:" + ssm.getAddress().getPort());
    return new GatewaySettings(Settings.of(all), now::get);
  }
}
