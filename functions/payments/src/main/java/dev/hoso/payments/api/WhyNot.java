package dev.hoso.payments.api;

import dev.hoso.core.Name;
import dev.hoso.core.Refused;

/** Why a fee cannot be paid in the way that was chosen, as a citizen reads it. */
final class WhyNot {
  private WhyNot() {}

  /** In words; what is our trouble or a gateway's is only said to be out of order. */
  static Name of(Refused refused) {
    return switch (refused.type()) {
      case "already-paid" ->
          new Name(
              "Khoản này đã được nộp. Xin đừng nộp lần nữa.",
              "This fee is paid already. Please do not pay it again.");
      case "being-checked" ->
          new Name(
              "Một khoản đã nộp đang được cổng thanh toán kiểm tra. Xin đừng nộp lại; chúng tôi sẽ"
                  + " báo khi có kết quả.",
              "A payment of this fee is being checked by the gateway. Please do not pay again; we"
                  + " will tell you the outcome.");
      case "time-over" ->
          new Name(
              "Đã hết hạn thanh toán. Xin liên hệ Bộ phận Một cửa để nhận yêu cầu mới.",
              "The time to pay is over. Please ask the one-stop desk for a new request.");
      case "dossier-ended", "unknown-dossier" ->
          new Name(
              "Hồ sơ này không còn được giải quyết, nên không phải nộp khoản này nữa.",
              "Nobody works on this dossier any more, so this fee need not be paid.");
      case "too-many-tries" ->
          new Name(
              "Đã đổi cách thanh toán quá nhiều lần. Xin thanh toán theo yêu cầu hiện có, hoặc hỏi"
                  + " Bộ phận Một cửa.",
              "The way to pay was changed too often. Please pay as it is asked for now, or ask the"
                  + " one-stop desk.");
      case "gateway-switched-off", "fee-not-taken", "gateway-not-choosable", "unknown-gateway" ->
          new Name(
              "Khoản này không nộp được theo cách vừa chọn. Xin chọn cách khác.",
              "This fee cannot be paid in the way that you chose. Please choose another one.");
      default ->
          new Name(
              "Cách vừa chọn hiện không dùng được. Chưa thu khoản tiền nào. Xin chọn cách khác, hoặc"
                  + " thử lại sau ít phút.",
              "The way that you chose is out of order at the moment. No money was taken. Please"
                  + " choose another one, or try again in a few minutes.");
    };
  }
}
