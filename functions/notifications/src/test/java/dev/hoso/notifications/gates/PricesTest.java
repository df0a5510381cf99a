package dev.hoso.notifications.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.cityfile.BadCityFile;
import dev.hoso.notifications.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {
  @TempDir Path city;

  @Test
  void anSmsCostsByItsPartsAndWhereItGoesAnEmailByItself() throws IOException {
    write("sms,+84,segment,0.0415", "sms,,segment,0.12", "email,,message,0.0001");
    Prices prices = Prices.load(city);

    assertThat(prices.of(to("+84912345678", "sms", 1))).isEqualTo(41_500);
    assertThat(prices.of(to("+84912345678", "sms", 3))).isEqualTo(124_500);
    assertThat(prices.of(to("+4915112345678", "sms", 2))).isEqualTo(240_000);
    assertThat(prices.of(to("hoa@example.vn", "email", 1))).isEqualTo(100);
    assertThat(prices.of(to("arn", "push", 1))).isZero();
  }

  @Test
  void ourOwnKnowEveryChannel() {
    Prices prices = Prices.load(null);

    assertThat(prices.of(to("+84912345678", "sms", 2))).isPositive();
    assertThat(prices.of(to("hoa@example.vn", "email", 1))).isEqualTo(100);
    assertThat(prices.of(to("arn", "push", 1))).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0,04", "4.15e-2", "0.00000001", "-1", "free"})
  void whatIsNoAmountIsSaidSo(String amount) throws IOException {
    write("sms,,segment,\"" + amount + "\"");

    assertThatThrownBy(() -> Prices.load(city))
        .isInstanceOf(BadCityFile.class)
        .hasMessageContaining("usd");
  }

  private static Message to(String to, String channel, int segments) {
    return Letters.to(to, "1", "01", "refused", channel, segments);
  }

  private void write(String... lines) throws IOException {
    Files.writeString(
        city.resolve("prices.csv"), "channel,prefix,per,usd\n" + String.join("\n", lines) + "\n");
  }
}
