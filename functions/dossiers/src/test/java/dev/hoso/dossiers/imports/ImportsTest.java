package dev.hoso.dossiers.imports;

import static dev.hoso.dossiers.imports.Office.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.web.ApiAnswer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From an older system's file to dossiers, and to the report of what was no good. */
class ImportsTest {
  private static final String ONE = "H26.15-261102-0001";
  private static final String TWO = "H26.15-261102-0002";

  private final Office office = new Office();

  @Test
  void aDossierIsTakenOverAsItStandsWithItsOwnTimes() {
    String id =
        office.put(
            line(
                ONE,
                "status",
                "9",
                "dueAt",
                "2026-11-20T17:00:00+07:00",
                "finishedAt",
                "2026-11-18T10:00:00+07:00",
                "responsibleUnit",
                "HN-SNV",
                "role",
                "Chuyên viên"));

    office.told(id);

    Item dossier = office.dossier(ONE);
    assertThat(dossier.number("status")).isEqualTo(9);
    assertThat(dossier.text("receivedAt")).isEqualTo("2026-11-02T08:15:00+07:00");
    assertThat(dossier.text("dueAt")).isEqualTo("2026-11-20T17:00:00+07:00");
    assertThat(dossier.text("decidedAt")).isEqualTo("2026-11-18T10:00:00+07:00");
    assertThat(dossier.text("statusAt")).isEqualTo("2026-11-18T10:00:00+07:00");
    assertThat(dossier.text("createdAt")).isEqualTo(Time.text(Office.NOW));
    assertThat(dossier.text("imported")).isEqualTo(id);
    assertThat(dossier.has("tell")).isFalse();
    assertThat(dossier.text("openIn")).startsWith("HN-STP/");
    assertThat(dossier.text("workedOnIn")).startsWith("HN-SNV/");
  }

  @Test
  void whatEndedIsKeptFromItsEndOn() {
    String id =
        office.put(
            line(ONE, "status", "10", "finishedAt", "2026-11-18T10:00:00+07:00")
                + line(
                    TWO,
                    "status",
                    "10",
                    "receivedAt",
                    "2023-11-02T08:15:00+07:00",
                    "finishedAt",
                    "2023-11-18T10:00:00+07:00"));

    office.told(id);

    assertThat(office.dossier(ONE).number("expires"))
        .isEqualTo(
            Time.instant("2026-11-18T10:00:00+07:00").plusSeconds(730 * 86_400L).getEpochSecond());
    assertThat(office.dossier(ONE).has("openIn")).isFalse();
    assertThat(office.report(id))
        .containsExactly(
            "3,finishedAt,finishedAt,\"must not be longer ago than data is kept, 730 days\"");
  }

  @Test
  void anImportIsBegunShownAndReported() {
    ApiAnswer begun = office.call("POST", "/imports", "{\"source\":\"Old\",\"mapping\":\"hoso\"}");
    assertThat(begun.status()).isEqualTo(201);
    assertThat(begun.text("status")).isEqualTo("waiting");
    String id = begun.text("id");
    assertThat(office.call("GET", "/imports/" + id + "/refused", null).status()).isEqualTo(409);
    office.put(
        id,
        (Office.COLUMNS + line(ONE) + line(TWO, "unit", "NOWHERE"))
            .getBytes(StandardCharsets.UTF_8));

    office.told(id);

    ApiAnswer done = office.call("GET", "/imports/" + id, null);
    assertThat(done.text("status")).isEqualTo("done");
    assertThat(done.json().get("progress"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("lines", 2L)
        .containsEntry("takenOver", 1L)
        .containsEntry("refused", 1L);
    assertThat(done.json()).doesNotContainKey("upload");
    ApiAnswer report = office.call("GET", "/imports/" + id + "/refused", null);
    assertThat(report.status()).isEqualTo(303);
    assertThat(report.headers().get("location")).contains("reports/" + id + ".csv");
    assertThat(office.report(id))
        .containsExactly("3,unit,unit,\"must be a unit of the catalogue, see /units\"");
  }

  @Test
  void aMappingThatThereIsNotIsSaidAtOnce() {
    ApiAnswer answer =
        office.call("POST", "/imports", "{\"source\":\"Old\",\"mapping\":\"other\"}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.faults()).isEqualTo(Map.of("mapping", "must be one of hoso, one-stop"));
  }

  @Test
  void aRepeatedRequestBeginsNoSecondImport() {
    String body = "{\"source\":\"Old\",\"mapping\":\"hoso\"}";
    ApiAnswer first = office.call("POST", "/imports", body, "Idempotency-Key", "k1");
    assertThat(office.call("POST", "/imports", body, "Idempotency-Key", "k1").text("id"))
        .isEqualTo(first.text("id"));
    assertThat(
            office
                .call(
                    "POST",
                    "/imports",
                    "{\"source\":\"New\",\"mapping\":\"hoso\"}",
                    "Idempotency-Key",
                    "k1")
                .status())
        .isEqualTo(409);
  }

  @Test
  void everyRuleOfARegistrationHoldsAndEveryFaultIsNamedWithoutWhatStoodThere() {
    String id =
        office.put(
            line("X1", "phone", "77777", "status", "11", "name", "")
                + line(ONE, "receivedAt", "", "status", "4")
                + line(ONE, "status", "9")
                + line(ONE, "finishedAt", "2026-11-03T10:00:00+07:00")
                + line(ONE, "receivedAt", "2026-12-24T10:00:00+07:00")
                + line(ONE, "dueAt", "2026-10-01T10:00:00+07:00")
                + line(ONE, "receivedAt", "02/11/2026", "language", "fr", "consent", "ja"));

    office.told(id);

    assertThat(office.report(id))
        .anySatisfy(it -> assertThat(it).startsWith("2,code,code,\"must be an agency"))
        .anySatisfy(it -> assertThat(it).startsWith("2,phone,phone,"))
        .anySatisfy(it -> assertThat(it).startsWith("2,status,status,"))
        .contains(
            "2,name,name,is missing",
            "3,receivedAt,receivedAt,is missing: status 4 comes after receipt",
            "4,finishedAt,finishedAt,is missing: status 9 is an end",
            "5,finishedAt,finishedAt,must be empty: status 4 is no end",
            "6,receivedAt,receivedAt,must not be in the future",
            "7,dueAt,dueAt,must not be before receivedAt",
            "8,receivedAt,receivedAt,is no time like yyyy-MM-dd'T'HH:mm:ssXXX",
            "8,language,language,must be vi or en",
            "8,consent,consent,must be yes or no")
        .noneMatch(it -> it.contains("77777") || it.contains("Hoa"));
    assertThat(office.read(id).progress().refused()).isEqualTo(7);
    assertThat(office.dossier(ONE).isEmpty()).isTrue();
  }

  @Test
  void whatIsHereIsNotOverwrittenAndWhatIsTheSameIsSilent() {
    String first = office.put(line(ONE) + line(TWO));
    office.told(first);
    Item before = office.dossier(ONE);

    String again = office.put(line(ONE, "name", "Somebody else") + line(TWO));
    office.told(again);

    assertThat(office.dossier(ONE)).isEqualTo(before);
    assertThat(office.read(again).progress().same()).isEqualTo(1);
    assertThat(office.report(again))
        .containsExactly("2,code,code,\"is here already, with other content\"");
  }

  @Test
  void twoLinesOfOneDossierAreToldApart() {
    String id = office.put(line(ONE) + line(ONE) + line(ONE, "status", "5"));

    office.told(id);

    assertThat(office.read(id).progress().takenOver()).isEqualTo(1);
    assertThat(office.read(id).progress().same()).isEqualTo(1);
    assertThat(office.report(id))
        .containsExactly("4,code,code,\"stands in line 2 already, with other content\"");
  }

  @Test
  void garbageCostsTheLinesThatItStandsIn() {
    String id = office.begun("hoso", false);
    byte[] latin =
        "H26.15-261102-0005,1.000689,HN-STP,,Ng\u00fc,,,,,,,,4,,,\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    String text =
        "\ufeff"
            + Office.COLUMNS.replace("\n", "\r\n")
            + line(ONE, "name", "\"Hoa, \"\"B\"\" \"").replace("\n", "\r\n")
            + "\"never closed,,,\r\n"
            + line(TWO, "name", "x".repeat(10_000_000))
            + "\r\n\r\n"
            + line(TWO)
            + line("H26.15-261102-0003", "name", "\"two\nlines\"");
    byte[] start = text.getBytes(StandardCharsets.UTF_8);
    byte[] file = java.util.Arrays.copyOf(start, start.length + latin.length);
    System.arraycopy(latin, 0, file, start.length, latin.length);
    office.put(id, file);

    office.told(id);

    assertThat(office.read(id).state()).isEqualTo(State.DONE);
    assertThat(office.dossier(ONE).map("applicant").text("name")).isEqualTo("Hoa, \"B\"");
    assertThat(office.dossier(TWO).isEmpty()).isFalse();
    assertThat(office.read(id).progress().takenOver()).isEqualTo(2);
    assertThat(office.report(id))
        .satisfiesExactly(
            it -> assertThat(it).startsWith("3,,line,\"cannot be read: a quote is not closed"),
            it -> assertThat(it).startsWith("4,,line,\"cannot be read"),
            it -> assertThat(it).isEqualTo("8,name,name,must be one line of 1 to 200 characters"),
            it -> assertThat(it).startsWith("10,,line,\"cannot be read"));
  }

  @Test
  void anOlderSystemsOwnColumnsWordsAndCharsetAreItsMappings() {
    String id = office.begun("one-stop", true);
    String file =
        "Ghi chú;Mã hồ sơ;Mã thủ tục;Mã đơn vị;Hình thức nộp;Chủ hồ sơ;Số điện thoại;Thư điện tử;"
            + "Ngày tiếp nhận;Ngày hẹn trả;Ngày kết thúc xử lý;Trạng thái\n"
            + "x;"
            + ONE
            + ";1.000689.000.00.00.H26;HN-STP;Trực tuyến;Hoa;;;02/11/2026;20/11/2026;18/11/2026;Đã xử lý xong\n";
    office.put(id, file.getBytes(StandardCharsets.UTF_8));

    office.told(id);

    Item dossier = office.dossier(ONE);
    assertThat(dossier.number("status")).isEqualTo(9);
    assertThat(dossier.text("channel")).isEqualTo("online");
    assertThat(dossier.text("procedure")).isEqualTo("1.000689");
    assertThat(dossier.text("dueAt")).isEqualTo("2026-11-20T23:59:59+07:00");
    assertThat(dossier.flag("tell")).isTrue();
  }

  @Test
  void aFileThatLacksAColumnFailsAndSaysWhich() {
    String id = office.begun("hoso", false);
    office.put(id, "code,procedure\nx,y\n".getBytes(Charset.forName("UTF-16")));
    office.told(id);
    assertThat(office.read(id).state()).isEqualTo(State.FAILED);

    String other = office.begun("hoso", false);
    office.put(other, Office.COLUMNS.replace("dueAt,", "").getBytes(StandardCharsets.UTF_8));
    office.told(other);
    assertThat(office.call("GET", "/imports/" + other, null).text("failure"))
        .isEqualTo("dueAt is missing in the first line: the mapping hoso needs it");
  }
}
