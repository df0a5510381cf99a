package dev.hoso.core;

import static dev.hoso.core.Faults.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DossierStatusTest {
  @ParameterizedTest
  @CsvSource({
    "1, Mới đăng ký, false, false",
    "2, Được tiếp nhận, false, false",
    "3, Không được tiếp nhận, false, true",
    "4, Đang xử lý, false, false",
    "5, Yêu cầu bổ sung giấy tờ, true, false",
    "6, Yêu cầu thực hiện nghĩa vụ tài chính, true, false",
    "7, Công dân yêu cầu rút hồ sơ, false, true",
    "8, Dừng xử lý, false, true",
    "9, Đã xử lý xong, false, false",
    "10, Đã trả kết quả, false, true"
  })
  void theTenStatusesAreTheNationalPortals(int code, String vi, boolean waits, boolean ended) {
    DossierStatus status = DossierStatus.of("status", code);

    assertThat(status.code()).isEqualTo(code);
    assertThat(status.title().vi()).isEqualTo(vi);
    assertThat(status.title().en()).isNotBlank();
    assertThat(status.waitsForCitizen()).isEqualTo(waits);
    assertThat(status.ended()).isEqualTo(ended);
  }

  @Test
  void onlyWhatEndedWithoutAResultAsksForNoFee() {
    assertThat(Arrays.stream(DossierStatus.values()).filter(DossierStatus::brokenOff))
        .containsExactly(DossierStatus.REFUSED, DossierStatus.WITHDRAWN, DossierStatus.STOPPED);
  }

  @Test
  void thereIsNoEleventh() {
    assertThat(Arrays.stream(DossierStatus.values()).map(DossierStatus::code))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(ints = {0, 11, -1})
  void anotherCodeIsRefused(@Nullable Integer code) {
    assertRefused("status", () -> DossierStatus.of("status", code));
  }
}
