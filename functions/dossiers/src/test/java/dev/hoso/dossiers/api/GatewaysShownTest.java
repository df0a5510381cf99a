package dev.hoso.dossiers.api;

import static dev.hoso.dossiers.api.Requests.REGISTRATION;
import static dev.hoso.dossiers.api.Requests.code;
import static dev.hoso.dossiers.api.Requests.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.dossiers.api.ApiForTests.Answer;
import org.junit.jupiter.api.Test;

/** Where a fee can be paid, as officers' systems see it. */
class GatewaysShownTest {
  private static final ApiForTests API = new ApiForTests();

  @Test
  void aDossierWithAFeeToPayNamesTheGatewaysThatItsUnitHasSwitchedOn() {
    String code = code();
    assertThat(API.put(code, REGISTRATION).body()).doesNotContain("\"gateways\"");

    Answer waiting = API.status(code, status(6));

    assertThat(waiting.body())
        .contains(
            "\"gateways\":[{\"code\":\"vnpay\",\"name\":{\"vi\":\"VNPAY\",\"en\":\"VNPAY\"}}",
            "{\"code\":\"sepay\",\"name\":{\"vi\":\"Chuyển khoản ngân hàng\",\"en\":\"Bank transfer\"}}")
        .doesNotContain("govukpay");
    assertThat(API.get("/dossiers/" + code).body()).isEqualTo(waiting.body());
  }
}
