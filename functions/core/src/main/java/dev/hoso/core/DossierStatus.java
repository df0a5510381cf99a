package dev.hoso.core;

import org.jspecify.annotations.Nullable;

/**
 * Where a dossier stands (trạng thái hồ sơ), by the national portal's ten codes. The Vietnamese
 * titles are the portal's own words.
 */
public enum DossierStatus {
  REGISTERED(1, "Mới đăng ký", "Newly registered"),
  RECEIVED(2, "Được tiếp nhận", "Received"),
  REFUSED(3, "Không được tiếp nhận", "Not accepted"),
  PROCESSING(4, "Đang xử lý", "Being processed"),
  SUPPLEMENT_ASKED(5, "Yêu cầu bổ sung giấy tờ", "More documents needed"),
  FEE_DUE(6, "Yêu cầu thực hiện nghĩa vụ tài chính", "Payment needed"),
  WITHDRAWN(7, "Công dân yêu cầu rút hồ sơ", "Withdrawn by the citizen"),
  STOPPED(8, "Dừng xử lý", "Processing stopped"),
  DONE(9, "Đã xử lý xong", "Processed"),
  RETURNED(10, "Đã trả kết quả", "Result returned");

  private final int code;
  private final String vi;
  private final String en;

  DossierStatus(int code, String vi, String en) {
    this.code = code;
    this.vi = vi;
    this.en = en;
  }

  /** The national portal's code, 1 to 10. */
  public int code() {
    return code;
  }

  /** What a citizen reads. */
  public Name title() {
    return new Name(vi, en);
  }

  /** Whether the next step is the citizen's: papers or money. */
  public boolean waitsForCitizen() {
    return this == SUPPLEMENT_ASKED || this == FEE_DUE;
  }

  /** Whether nothing is owed any more: refused, withdrawn, stopped or returned. */
  public boolean ended() {
    return switch (this) {
      case REFUSED, WITHDRAWN, STOPPED, RETURNED -> true;
      case REGISTERED, RECEIVED, PROCESSING, SUPPLEMENT_ASKED, FEE_DUE, DONE -> false;
    };
  }

  /** Whether it ended without a result, so that no fee is asked any more. */
  public boolean brokenOff() {
    return ended() && this != RETURNED;
  }

  /**
   * The status of a code.
   *
   * @param field the name to complain under
   * @throws Invalid when the code is absent or not one of 1 to 10
   */
  public static DossierStatus of(String field, @Nullable Integer code) {
    for (DossierStatus status : values()) {
      if (code != null && status.code == code) {
        return status;
      }
    }
    throw new Invalid(field, "must be a status of the national portal, 1 to 10");
  }
}
