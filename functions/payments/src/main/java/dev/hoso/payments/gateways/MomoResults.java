package dev.hoso.payments.gateways;

import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Confirmation.Said;
import java.util.Set;

/**
 * What MoMo's result codes mean, the same in notifications and in answers
 * (https://developers.momo.vn/v3/docs/payment/api/result-handling/resultcode).
 */
final class MomoResults {
  static final String SUCCESSFUL = "0";

  /** The money is reserved and waits for us to take it. */
  private static final String AUTHORISED = "9000";

  /** MoMo waits for the citizen: no money has moved. */
  private static final Set<String> UNTOUCHED = Set.of("1000", "8000");

  private static final Set<String> UNDER_WAY = Set.of("7000", "7002", AUTHORISED);

  /** "Final status: no": something is wrong with the request or with MoMo, not with the payment. */
  private static final Set<String> OF_THE_REQUEST =
      Set.of("10", "11", "12", "13", "20", "21", "22", "40", "41", "42", "43", "45", "47");

  private MomoResults() {}

  /** Whether nothing has happened yet. */
  static boolean untouched(String code) {
    return UNTOUCHED.contains(code);
  }

  /** Whether it is neither done nor refused. */
  static boolean underWay(String code) {
    return UNTOUCHED.contains(code) || UNDER_WAY.contains(code);
  }

  /** Whether it says something of the request alone. */
  static boolean ofTheRequest(String code) {
    return OF_THE_REQUEST.contains(code);
  }

  /** What a code says of a payment. */
  static Confirmation confirmation(Said said) {
    String code = said.code();
    if (code.equals(SUCCESSFUL)) {
      return new Confirmation.Paid(said);
    }
    return underWay(code) || ofTheRequest(code)
        ? new Confirmation.Undecided(said, code.equals(AUTHORISED))
        : new Confirmation.Failed(said);
  }
}
