package dev.hoso.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretTest {
  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

  /**
   * The first is the one of the specification's reference libraries
   * (https://github.com/standard-webhooks/standard-webhooks); the second was checked with npm's
   * standardwebhooks 1.1.1.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw|msg_p5jXN8AQM9LWM0D4loKWxJek|1614265330"
            + "|{\"test\": 2432232314}|v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "whsec_ZG9zc2llci1mZWUtd2ViaG9vay1zZWNyZXQtMDAwMSE=|msg_tx_0055|1795419008"
            + "|{\"type\":\"user.created\",\"timestamp\":\"2026-11-23T07:30:05Z\",\"data\":{\"id\":\"u1\"}}|v1,VqjjCa2fAl5G6zvqzpmmyHTi7TZH/Zw7GfNyX1oLnvw="
      })
  void signsAsTheReferenceDoes(
      String secret, String id, long timestamp, String body, String signature) {
    assertThat(new Secret(secret).sign(id, Instant.ofEpochSecond(timestamp), body))
        .isEqualTo(signature);
  }

  @Test
  void aNewOneHasAKeyOf32BytesAndIsNotInTexts() {
    Secret secret = Secret.random();
    byte[] key = Base64.getDecoder().decode(secret.text().substring("whsec_".length()));
    assertThat(key).hasSize(32);
    assertThat(secret.toString()).doesNotContain(secret.text());
    assertThat(new Subscriber.Keys(secret, secret, NOW).toString()).doesNotContain(secret.text());
  }

  @Test
  void duringARotationBothSignAndAfterItTheNewOne() {
    Secret before = Secret.random();
    Secret after = Secret.random();
    Subscriber.Keys keys = new Subscriber.Keys(after, before, NOW.plus(Duration.ofHours(24)));
    Webhook webhook = new Webhook("evt_1", "{}");

    Map<String, String> first = webhook.headers(keys, NOW);
    Instant later = NOW.plus(Duration.ofHours(24));
    Map<String, String> last = webhook.headers(keys, later);

    assertThat(first.get("webhook-signature"))
        .isEqualTo(after.sign("evt_1", NOW, "{}") + " " + before.sign("evt_1", NOW, "{}"));
    assertThat(last.get("webhook-signature")).isEqualTo(after.sign("evt_1", later, "{}"));
  }
}
