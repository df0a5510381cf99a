package dev.hoso.local.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.local.http.Request;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VnpaySignatureTest {
  private static final Map<String, String> PARAMETERS =
      Map.of("vnp_TxnRef", "1", "vnp_OrderInfo", "Lệ phí & more", "vnp_Amount", "800000");

  @Test
  void whatIsSignedVerifies() {
    String query = new VnpaySignature("SECRET").sign(PARAMETERS);
    assertThat(query).startsWith("vnp_Amount=800000&vnp_OrderInfo=L%E1%BB%87+ph%C3%AD+%26+more&");
    assertThat(new VnpaySignature("SECRET").verifies(Request.form(query))).isTrue();
  }

  @Test
  void anotherSecretOrAChangedValueDoesNotVerify() {
    Map<String, String> signed = Request.form(new VnpaySignature("SECRET").sign(PARAMETERS));
    assertThat(new VnpaySignature("OTHER").verifies(signed)).isFalse();
    Map<String, String> changed = new TreeMap<>(signed);
    changed.put("vnp_Amount", "100");
    assertThat(new VnpaySignature("SECRET").verifies(changed)).isFalse();
  }

  /** RFC 4231's algorithm over a string made by hand, computed with openssl. */
  @Test
  void theHashIsAnHmacSha512OverTheSortedFormEncodedQuery() {
    assertThat(new VnpaySignature("SECRET").sign(Map.of("vnp_B", "x y", "vnp_A", "1", "vnp_C", "")))
        .isEqualTo(
            "vnp_A=1&vnp_B=x+y&vnp_SecureHash="
                + "271126ab1242bf6ee18fc69ceab48395e4e3916095b8737cafa40f71d7b97a787daaac968dacee5ca7a1bed8ec7911d35daadb43b64d1c05949fdd1656f60f40");
  }
}
