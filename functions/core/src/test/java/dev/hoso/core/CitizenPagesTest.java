package dev.hoso.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CitizenPagesTest {
  private final CitizenPages pages =
      CitizenPages.of(Settings.of(Map.of(CitizenPages.SETTING, "https://hoso.example.gov.vn")));

  @Test
  void everyPageHasOneAddress() {
    ResultId id = new ResultId("00000000000000000");

    assertThat(pages.lookUp("H26.15-261123-0042"))
        .isEqualTo("https://hoso.example.gov.vn/lookup/H26.15-261123-0042");
    assertThat(pages.receipt("ABC")).isEqualTo("https://hoso.example.gov.vn/receipts/ABC");
    assertThat(pages.verify()).isEqualTo("https://hoso.example.gov.vn/verify");
    assertThat(pages.verify(id)).isEqualTo("https://hoso.example.gov.vn/verify/00000000000000000");
  }

  @Test
  void withoutTheSettingThereAreNone() {
    assertThatIllegalStateException()
        .isThrownBy(() -> CitizenPages.of(Settings.of(Map.of())))
        .withMessageContaining("HOSO_CITIZEN_ADDRESS");
  }
}
