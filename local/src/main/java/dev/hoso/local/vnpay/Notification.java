package dev.hoso.local.vnpay;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/** What VNPAY tells about a payment, to us (IPN) and through the browser (return). */
public final class Notification {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

  private Notification() {}

  /**
   * The parameters, not signed yet.
   *
   * @param pay the pay page's parameters
   */
  public static Map<String, String> of(Map<String, String> pay, Outcome outcome, Instant now) {
    Map<String, String> told = new TreeMap<>();
    for (String same : new String[] {"vnp_TmnCode", "vnp_Amount", "vnp_TxnRef", "vnp_OrderInfo"}) {
      told.put(same, pay.getOrDefault(same, ""));
    }
    told.put("vnp_BankCode", pay.getOrDefault("vnp_BankCode", "NCB"));
    told.put("vnp_CardType", "ATM");
    told.put("vnp_PayDate", TIME.format(now));
    told.put("vnp_ResponseCode", outcome.response());
    told.put("vnp_TransactionStatus", outcome.status());
    String transaction = outcome.moved() ? transaction() : "0";
    told.put("vnp_TransactionNo", transaction);
    if (outcome.moved()) {
      told.put("vnp_BankTranNo", "VNP" + transaction);
    }
    return told;
  }

  private static String transaction() {
    return String.valueOf(ThreadLocalRandom.current().nextLong(14_000_000, 99_999_999));
  }

  /** Reads {@code vnp_CreateDate} and its like, which are in Vietnam's time. */
  static Instant time(String digits) {
    return TIME.parse(digits, Instant::from);
  }
}
