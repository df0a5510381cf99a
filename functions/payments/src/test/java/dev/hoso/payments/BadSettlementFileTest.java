package dev.hoso.payments;

import static dev.hoso.payments.SettlementRoom.HEADER;
import static dev.hoso.payments.SettlementRoom.counts;
import static dev.hoso.payments.SettlementRoom.only;
import static dev.hoso.payments.SettlementRoom.settles;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.payments.settlement.ReportSummary;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read is named with line, column and rule, and costs no other line. */
class BadSettlementFileTest {
  private final SettlementRoom room = new SettlementRoom();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TT2,50.5,VND,T,payment,2026-11-23T14:30:05+07:00,| amount | is no whole number",
        "TT2,many,VND,T,payment,2026-11-23T14:30:05+07:00,| amount | is no amount",
        "TT2,'50,000',VND,T,payment,2026-11-23T14:30:05+07:00,| amount | is no amount",
        "TT2,,VND,T,payment,2026-11-23T14:30:05+07:00,| amount | is empty",
        "TT2,0,VND,T,payment,2026-11-23T14:30:05+07:00,| amount | is not above 0",
        "TT2,-50000,VND,T,payment,2026-11-23T14:30:05+07:00,| amount | is not above 0",
        "TT2,99999999999999,VND,T,payment,2026-11-23T14:30:05+07:00,| amount | is more than any fee",
        "TT2,9223372036854775808,VND,T,payment,2026-11-23T14:30:05+07:00,| amount | is no amount",
        "TT2,1e4,VND,T,payment,2026-11-23T14:30:05+07:00,| amount | is no amount",
        "TT2,50000,DONG,T,payment,2026-11-23T14:30:05+07:00,| currency | ISO 4217",
        "TT2,50000,VND,T,gift,2026-11-23T14:30:05+07:00,| kind | neither payment nor refund",
        "TT2,50000,VND,T,,2026-11-23T14:30:05+07:00,| kind | neither payment nor refund",
        "TT2,50000,VND,T,payment,23/11/2026,| at | is no time like",
        "TT2,50000,VND,T,payment,1926-11-23T14:30:05+07:00,| at | is no time like",
        "TT2,50000,VND,T,payment,2026-11-23T14:30:05+07:00,?| fee | is no amount",
        "TT2| kind | neither payment nor refund",
      })
  void aLineThatCannotBeReadIsNamedAndTheOthersAreTakenIn(String line, String column, String rule) {
    room.paid("TT1");
    room.asked("TT2");
    room.paid("TT3");
    String bad = line.replace('\'', '"');

    ReportSummary report = room.reconcile(settles("TT1"), bad, settles("TT3"));

    assertThat(counts(report)).isEqualTo(Map.of("matched", 2L, "unreadable", 1L));
    assertThat(only(report).line()).isEqualTo(3);
    assertThat(only(report).column()).isEqualTo(column);
    assertThat(room.payment("TT2").status()).isEqualTo(PaymentStatus.PENDING);
    assertThat(only(report).rule()).contains(rule);
  }

  @Test
  void aQuoteThatNobodyClosedCostsItsLineAlone() {
    room.paid("TT1");
    room.paid("TT3");

    ReportSummary report =
        room.reconcile(settles("TT1"), "\"TT2,50000,VND,T,payment", settles("TT3"));

    assertThat(counts(report)).isEqualTo(Map.of("matched", 2L, "unreadable", 1L));
    assertThat(only(report).line()).isEqualTo(3);
    assertThat(only(report).rule()).contains("a quote is not closed");
  }

  @Test
  void aLineWithoutEndCostsItselfAlone() {
    room.paid("TT1");

    ReportSummary report = room.reconcile("x".repeat(200_000), settles("TT1"));

    assertThat(counts(report)).isEqualTo(Map.of("matched", 1L, "unreadable", 1L));
  }

  @Test
  void aFieldMayHaveLineBreaksInIt() {
    room.paid("TT1");
    String file = "note," + HEADER + "\r\n\"one\r\ntwo\"," + settles("TT1") + "\r\n\r\n";

    ReportSummary report = room.file("standard", SettlementRoom.DAY, file.getBytes(UTF_8));

    assertThat(counts(report)).isEqualTo(Map.of("matched", 1L));
  }

  @Test
  void titlesAboveTheColumnsAndAByteOrderMarkAreForgiven() {
    room.paid("TT1");
    String file = "\ufeffReport of a day\n\n" + HEADER + "\n" + settles("TT1") + "\n";

    ReportSummary report = room.file("standard", SettlementRoom.DAY, file.getBytes(UTF_8));

    assertThat(counts(report)).isEqualTo(Map.of("matched", 1L));
  }

  @Test
  void aColumnThatIsMissingIsNamed() {
    room.asked("TT1");
    String file = (HEADER + "\n" + settles("TT1")).replace("transactionId", "transaction");

    ReportSummary report = room.file("standard", SettlementRoom.DAY, file.getBytes(UTF_8));

    assertThat(counts(report)).isEqualTo(Map.of("unreadable", 1L));
    assertThat(only(report).column()).isEqualTo("transactionId");
    assertThat(only(report).rule()).contains("is missing");
    assertThat(room.payment("TT1").status()).isEqualTo(PaymentStatus.PENDING);
  }

  @Test
  void anotherCharsetIsNamed() {
    room.door.asked("vnpay", "TT1", 50_000, "VND");
    String file =
        "Mã tham chiếu,Số tiền,Mã giao dịch,Loại giao dịch,Thời gian giao dịch\n"
            + "TT1,50000,T1,Hoàn tiền,23/11/2026 14:30:05\n"
            + "TT1,50000,T1,Thanh toán,23/11/2026 14:30:05\n";
    byte[] mixed = file.replace("Hoàn", "Ho\u00e0n").getBytes(UTF_8);
    byte[] latin = "Hoàn".getBytes(ISO_8859_1);
    int at = file.substring(0, file.indexOf("Hoàn")).getBytes(UTF_8).length;
    byte[] broken = new byte[mixed.length - 1];
    System.arraycopy(mixed, 0, broken, 0, at);
    System.arraycopy(latin, 0, broken, at, latin.length);
    System.arraycopy(mixed, at + 5, broken, at + 4, mixed.length - at - 5);

    ReportSummary report = room.file("vnpay", SettlementRoom.DAY, broken);

    assertThat(counts(report)).isEqualTo(Map.of("recovered", 1L, "unreadable", 1L));
    assertThat(report.differences().getFirst().column()).isEqualTo("Loại giao dịch");
    assertThat(report.differences().getFirst().rule()).contains("another charset");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n\n", "one,two\n1,2\n"})
  void aFileWithoutColumnsIsUnreadable(String content) {
    ReportSummary report = room.file("standard", SettlementRoom.DAY, content.getBytes(UTF_8));

    assertThat(counts(report)).isEqualTo(Map.of("unreadable", 1L));
  }

  @ParameterizedTest
  @CsvSource({
    "nobody, 2026-11-23, is in no gateway's folder",
    "standard, november, is not called",
    "standard, 2026-11-31, is not called",
    "standard, 2026-11-23x, is not called"
  })
  void aFileInTheWrongPlaceIsReportedThere(String gateway, String name, String rule) {
    room.asked("TT1");

    ReportSummary report =
        room.file(gateway, name, (HEADER + "\n" + settles("TT1")).getBytes(UTF_8));

    assertThat(only(report).rule()).contains(rule);
    assertThat(room.payment("TT1").status()).isEqualTo(PaymentStatus.PENDING);
  }

  @Test
  void aFolderAndAFileThatIsGoneAreLeftAlone() {
    room.told(room.handler(), "settlements/standard/");
    room.told(room.handler(), "settlements/standard/2026-11-23.csv");
  }

  @Test
  void aColumnsFileOfNoLinesAgreesWithNothing() {
    assertThat(room.reconcile().report().lines()).isZero();
  }
}
