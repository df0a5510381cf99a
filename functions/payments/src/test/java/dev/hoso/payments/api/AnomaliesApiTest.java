package dev.hoso.payments.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Update;
import dev.hoso.core.web.ApiAnswer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnomaliesApiTest {
  @BeforeAll
  static void anomalies() {
    for (int n = 1; n <= 3; n++) {
      Api.ANOMALIES.write(
          Update.of(Map.of("id", "a" + n))
              .set("day", "2026-11-23")
              .set("gateway", "vnpay")
              .set("kind", "amountMismatch")
              .set("reference", "TT" + n)
              .set("amount", 49_000)
              .set("expectedAmount", 50_000)
              .set("seen", n)
              .set("firstSeenAt", "2026-11-23T10:00:00+07:00")
              .set("lastSeenAt", "2026-11-23T1" + n + ":00:00+07:00")
              .set("received", "vnp_Amount=4900000"));
    }
  }

  @Test
  void aDaysAnomaliesComeNewestFirst() {
    ApiAnswer answer = Api.get("/payments/anomalies?day=2026-11-23").send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(anomalies(answer)).extracting("id").containsExactly("a3", "a2", "a1");
    assertThat(anomalies(answer).getFirst())
        .containsEntry("reference", "TT3")
        .containsEntry("amount", 49_000L)
        .containsEntry("expectedAmount", 50_000L)
        .containsEntry("received", "vnp_Amount=4900000");
  }

  @Test
  void noMoreThanWantedAreShown() {
    ApiAnswer answer = Api.get("/payments/anomalies?day=2026-11-23&limit=2").send();

    assertThat(anomalies(answer)).extracting("id").containsExactly("a3", "a2");
  }

  @Test
  void aDayWithoutAnyHasAnEmptyList() {
    assertThat(anomalies(Api.get("/payments/anomalies?day=2026-01-05").send())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"day=yesterday", "day=2026-13-01", "limit=0", "limit=1001", "limit=x"})
  void whatCannotBeReadIsNamed(String query) {
    ApiAnswer refused = Api.get("/payments/anomalies?" + query).send();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.headers()).containsEntry("Content-Type", "application/problem+json");
    assertThat(refused.body()).contains("\"field\":\"" + query.split("=")[0] + "\"");
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> anomalies(ApiAnswer answer) {
    return (List<Map<String, Object>>) answer.json().get("anomalies");
  }
}
