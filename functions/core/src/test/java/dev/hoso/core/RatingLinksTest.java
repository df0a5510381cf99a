package dev.hoso.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RatingLinksTest {
  private static final DossierCode CODE = new DossierCode("H26.15-261123-0042");

  private final KeysForTests keys = new KeysForTests();
  private final RatingLinks links =
      new RatingLinks(
          Settings.of(
              Map.of(
                  "AWS_REGION",
                  "ap-southeast-1",
                  "AWS_ENDPOINT_URL_KMS",
                  keys.endpoint(),
                  "HOSO_RATINGS_KEY",
                  KeysForTests.KEY,
                  "HOSO_CITIZEN_ADDRESS",
                  "https://hoso.example.gov.vn")));

  static {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  @AfterEach
  void close() {
    keys.close();
  }

  @Test
  void theAddressEndsWithASignatureOf128Bits() {
    assertThat(links.page(CODE, Language.EN))
        .matches(
            "https://hoso\\.example\\.gov\\.vn/rate/H26\\.15-261123-0042/[\\w-]{22}\\?lang=en");
  }

  @Test
  void itOpensItsOwnDossierAlone() {
    String token = links.token(CODE);

    assertThat(links.signed(CODE, token)).isTrue();
    assertThat(links.signed(new DossierCode("H26.15-261123-0043"), token)).isFalse();
    assertThat(links.signed(CODE, token.substring(1))).isFalse();
    assertThat(links.signed(CODE, "")).isFalse();
  }

  @Test
  void theKeyIsAskedForOnce() {
    links.token(CODE);
    links.token(CODE);

    assertThat(keys.messages).containsExactly("hoso ratings");
  }
}
