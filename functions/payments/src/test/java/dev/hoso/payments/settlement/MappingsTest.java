package dev.hoso.payments.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.Money;
import dev.hoso.core.cityfile.BadCityFile;
import dev.hoso.core.cityfile.CityFolder;
import dev.hoso.payments.PaymentReference;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How gateways write their files, by example: the folder {@code settlements} has one of each. */
class MappingsTest {
  private static final Instant AT = Instant.parse("2026-11-23T07:30:05Z");
  private static final Instant DAY = Instant.parse("2026-11-22T17:00:00Z");
  private static final String HEADER =
      "gateway,separator,charset,reference,reference_in,amount,unit,decimal,thousands,currency,"
          + "transaction,refund_transaction,kind,payment,refund,ignored,time,time_format,zone,fee,"
          + "fee_currency";

  @TempDir Path folder;

  static Stream<String> gateways() {
    return Mappings.load(null).gateways().stream();
  }

  @ParameterizedTest
  @MethodSource("gateways")
  void everyGatewaysPaymentIsRead(String gateway) throws IOException {
    Line payment = lines(gateway).getFirst();

    assertThat(payment.refund()).isFalse();
    assertThat(payment.reference()).isEqualTo(new PaymentReference(reference(gateway)));
    assertThat(payment.transaction()).isEqualTo("14812201");
    assertThat(payment.money())
        .isEqualTo(gateway.equals("govukpay") ? new Money(150_000, "GBP") : new Money(50_000));
    assertThat(payment.at()).isEqualTo(gateway.equals("dvcqg") ? DAY : AT);
  }

  @ParameterizedTest
  @CsvSource({
    "vnpay, 20000, VND",
    "momo, 20000, VND",
    "zalopay, 20000, VND",
    "stripe, 20000, VND",
    "govukpay, 2000, GBP",
    "standard, 20000, VND"
  })
  void aRefundHasAnAmountAndATransactionOfItsOwn(String gateway, long amount, String currency)
      throws IOException {
    Line refund = lines(gateway).get(1);

    assertThat(refund.refund()).isTrue();
    assertThat(refund.money()).isEqualTo(new Money(amount, currency));
    assertThat(refund.transaction()).isEqualTo("14812399");
  }

  @ParameterizedTest
  @CsvSource({"zalopay, 550, VND", "stripe, 36, USD", "standard, 550, VND", "dvcqg, 1100, VND"})
  void aFeeIsReadInItsOwnCurrency(String gateway, long fee, String currency) throws IOException {
    assertThat(lines(gateway).getFirst().fee()).isEqualTo(new Money(fee, currency));
  }

  @ParameterizedTest
  @CsvSource({"stripe, 4", "govukpay, 4"})
  void whatIsNeitherPaymentNorRefundIsIgnored(String gateway, int number) throws IOException {
    assertThat(entries(gateway)).contains(new Entry.Ignored(number));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "50.000;point;comma;50",
        "50.000;comma;point;50000",
        "1.234.567;comma;point;1234567",
        "50000,00;comma;none;50000",
        "50 000;comma;space;50000",
        "-50000;point;none;50000",
        "+50000;point;none;50000",
      })
  void amountsAreReadAsTheMappingSays(String text, String decimal, String thousands, long amount)
      throws IOException {
    new CityFolder(folder).with("settlements.csv", HEADER, row(decimal, thousands, "major"));

    Line line = only("id;sum\nTT1;" + text + "\n");

    assertThat(line.money().amount()).isEqualTo(amount);
    assertThat(line.refund()).isEqualTo(text.startsWith("-"));
  }

  @Test
  void hundredthsOfACurrencyWithoutAnyAreAHundredth() throws IOException {
    new CityFolder(folder).with("settlements.csv", HEADER, row("point", "none", "hundredths"));

    assertThat(only("id;sum\nTT1;5000000\n").money()).isEqualTo(new Money(50_000));
  }

  @Test
  void aCitysMappingOfOneGatewayLeavesTheOthers() throws IOException {
    new CityFolder(folder).with("settlements.csv", HEADER, row("point", "none", "major"));
    Mappings mappings = Mappings.load(folder);

    assertThat(mappings.of("vnpay").orElseThrow().separator()).isEqualTo(';');
    assertThat(mappings.of("stripe").orElseThrow().columns())
        .isEqualTo(Mappings.load(null).of("stripe").orElseThrow().columns());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vnpay,semicolon,UTF-8,id,column,sum,major,point,none,=VND,,,,,,,,,,,| vnpay,| nobody,| gateway",
        "vnpay,semicolon,UTF-8,id,column,sum,major,point,none,=VND,,,,,,,,,,,| semicolon| colon| separator",
        "vnpay,semicolon,UTF-8,id,column,sum,major,point,none,=VND,,,,,,,,,,,| UTF-8| UTF-x| charset",
        "vnpay,semicolon,UTF-8,id,column,sum,major,point,none,=VND,,,,,,,,,,,| point,none| point,point| thousands",
        "vnpay,semicolon,UTF-8,id,column,sum,major,point,none,=VND,,,,,,,,,,,| major| thousands| unit",
        "vnpay,semicolon,UTF-8,id,column,sum,major,point,none,=VND,,,,,,,,,,,| =VND,,,| =VND,,,type| payment",
        "vnpay,semicolon,UTF-8,id,column,sum,major,point,none,=VND,,,,,,,at,d/M,Mars,,| x| x| zone",
        "vnpay,semicolon,UTF-8,id,column,sum,major,point,none,=VND,,,,,,,at,dd/bb,UTC,,| x| x| time_format",
      })
  void aMappingThatBreaksARuleIsRefusedByLineAndColumn(
      String row, String right, String wrong, String column) throws IOException {
    new CityFolder(folder).with("settlements.csv", HEADER, row.replace(right, wrong));

    assertThatThrownBy(() -> Mappings.load(folder))
        .isInstanceOf(BadCityFile.class)
        .hasMessageContaining("line 2, column " + column);
  }

  private static String row(String decimal, String thousands, String unit) {
    return "vnpay,semicolon,UTF-8,id,column,sum,%s,%s,%s,=VND,,,,,,,,,,,"
        .formatted(unit, decimal, thousands);
  }

  private Line only(String content) throws IOException {
    return (Line) entries(Mappings.load(folder), "vnpay", new StringReader(content)).getFirst();
  }

  private static String reference(String gateway) {
    return switch (gateway) {
      case "zalopay" -> "261123_HS7ZK4MQ9A2B";
      case "payos" -> "261123143005001";
      case "sepay" -> "HS261123000018";
      default -> "HS2611237ZK4MQ9A2B";
    };
  }

  private static List<Line> lines(String gateway) throws IOException {
    return entries(gateway).stream().filter(Line.class::isInstance).map(Line.class::cast).toList();
  }

  private static List<Entry> entries(String gateway) throws IOException {
    var file = MappingsTest.class.getResourceAsStream("/settlements/" + gateway + ".csv");
    Reader content = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
    return entries(Mappings.load(null), gateway, content);
  }

  private static List<Entry> entries(Mappings mappings, String gateway, Reader content)
      throws IOException {
    Mapping mapping = mappings.of(gateway).orElseThrow();
    SettlementFile file = SettlementFile.open(content, mapping, new LineReader(mapping, DAY));
    List<Entry> entries = new ArrayList<>();
    Entry next = file.next();
    while (next != null) {
      entries.add(next);
      next = file.next();
    }
    return entries;
  }
}
