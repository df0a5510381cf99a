package dev.hoso.results.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.hoso.core.Settings;
import dev.hoso.results.Sealer;
import dev.hoso.results.bucket.StorageForTests;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The certificates are an operator's to put into the bucket, before or after the first result. */
class CurrentSealerTest {
  private final StorageForTests storage = StorageForTests.keepingVersions();
  private final Settings settings = settings();
  private Instant now = Tests.NOW;
  private final CurrentSealer sealer =
      new CurrentSealer(settings, storage.bucket(), null, () -> now);

  @Test
  void withoutCertificatesItIsOurTroubleAndNamesTheFile() {
    assertThatIllegalStateException()
        .isThrownBy(sealer::get)
        .withMessageContaining("settings/seal.pem");
    put("seal.pem", Tests.DEPARTMENT.pem());
    assertThatIllegalStateException()
        .isThrownBy(sealer::get)
        .withMessageContaining("settings/trust.pem");

    put("trust.pem", Tests.TRUST);

    assertThat(sealer.get()).isNotNull();
  }

  @Test
  void whatIsNoCertificateNamesTheFile() {
    put("seal.pem", "-----BEGIN CERTIFICATE-----\nno\n-----END CERTIFICATE-----\n");
    put("trust.pem", Tests.TRUST);

    assertThatIllegalStateException()
        .isThrownBy(sealer::get)
        .withMessageContaining("settings/seal.pem");
  }

  @Test
  void newCertificatesCountWithinFiveMinutesAndTheSameOnesMakeNoNewSealer() {
    put("seal.pem", Tests.DEPARTMENT.pem());
    put("trust.pem", Tests.TRUST);
    Sealer first = sealer.get();

    now = now.plus(Duration.ofMinutes(6));
    assertThat(sealer.get()).isSameAs(first);

    put("seal.pem", Tests.HEAD.pem());
    now = now.plus(Duration.ofMinutes(4));
    assertThat(sealer.get()).isSameAs(first);
    now = now.plus(Duration.ofMinutes(2));
    assertThat(sealer.get()).isNotSameAs(first);
  }

  private void put(String file, String pem) {
    storage.put("settings/" + file, pem.getBytes(StandardCharsets.US_ASCII));
  }

  private Settings settings() {
    Map<String, String> all = new HashMap<>(storage.settings());
    all.put("HOSO_SEAL_KEY", "nobodys");
    all.put("HOSO_CITIZEN_ADDRESS", "https://hoso.example.gov.vn");
    return Settings.of(all);
  }
}
