package dev.hoso.core;

import static dev.hoso.core.Faults.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushEndpointTest {
  private static final String UUID = "5e3e9847-3183-3f18-a7e8-671c3a57d4b3";
  private static final String ARN =
      "arn:aws:sns:ap-southeast-1:123456789012:endpoint/GCM/ihanoi/" + UUID;

  @ParameterizedTest
  @ValueSource(
      strings = {
        ARN,
        " " + ARN + " ",
        "arn:aws:sns:us-east-1:123456789012:endpoint/APNS_SANDBOX/i.Hanoi-2/" + UUID,
        "arn:aws-us-gov:sns:us-gov-west-1:123456789012:endpoint/APNS_VOIP_SANDBOX/a/" + UUID
      })
  void theEndpointOfADeviceIsKept(String text) {
    assertThat(PushEndpoint.parse("pushEndpoint", text).arn()).isEqualTo(text.strip());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "arn:aws:sns:ap-southeast-1:123456789012:hoso-alarms",
        "arn:aws:sns:ap-southeast-1:123456789012:app/GCM/ihanoi",
        "arn:aws:sqs:ap-southeast-1:123456789012:endpoint/GCM/ihanoi/" + UUID,
        "arn:aws:sns:ap-southeast-1:12345678901:endpoint/GCM/ihanoi/" + UUID,
        ARN + "/more",
        "+84912345678"
      })
  void whatIsNoEndpointOfADeviceIsRefused(@Nullable String text) {
    assertRefused("pushEndpoint", () -> PushEndpoint.parse("pushEndpoint", text));
    assertThatIllegalArgumentException().isThrownBy(() -> new PushEndpoint(String.valueOf(text)));
  }

  @Test
  void itsTextShowsNoDevice() {
    assertThat(new PushEndpoint(ARN)).hasToString("…d4b3");
  }
}
