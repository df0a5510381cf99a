package dev.hoso.dossiers.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.BucketForTests;
import dev.hoso.core.DynamoForTests;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What everybody may know, in both of its forms. */
class OpenDataTest {
  private static final String HEADER = "day,procedure,unit,received,decided,onTime,late";

  private final Table dossiers = DynamoForTests.table("Dossiers");
  private final Table operations = DynamoForTests.table("Operations");
  private final BucketForTests bucket = new BucketForTests();
  private Instant now = Instant.parse("2026-11-24T20:00:00Z");
  private int number;

  @TempDir Path folder;

  @Test
  void dossiersAreCountedByTheDayOfTheirReceiptAndOfTheirDecision() {
    some(6, Map.of("decidedAt", "2026-11-20T10:00:00+07:00", "dueAt", "2026-11-20T23:59:59+07:00"));
    some(5, Map.of("decidedAt", "2026-11-20T10:00:00+07:00", "dueAt", "2026-11-19T23:59:59+07:00"));
    some(7, Map.of());

    export();

    assertThat(csv("2026-11"))
        .containsExactly(
            HEADER, "2026-11-02,1.000689,HN-STP,18,0,0,0", "2026-11-20,1.000689,HN-STP,0,11,6,5");
  }

  @Test
  void whatCouldBeAboutSomebodyKnownIsLeftOutWithWhatWouldGiveItAway() {
    assertThat(Row.of(cell(), 4, 0, 0, 0).tells()).isFalse();
    assertThat(Row.of(cell(), 5, 4, 4, 0).counts()).containsExactly(5, null, null, null);
    assertThat(Row.of(cell(), 0, 9, 8, 1).counts()).containsExactly(0, 9, null, null);
    assertThat(Row.of(cell(), 0, 9, 7, 0).counts()).containsExactly(0, 9, null, null);
    assertThat(Row.of(cell(), 0, 9, 9, 0).counts()).containsExactly(0, 9, 9, 0);
    assertThat(Row.of(cell(), 0, 15, 5, 5).counts()).containsExactly(0, 15, 5, 5);
  }

  @Test
  void parquetSaysWhatCsvSays() throws IOException {
    some(6, Map.of("decidedAt", "2026-11-20T10:00:00+07:00", "dueAt", "2026-11-20T23:59:59+07:00"));
    some(1, Map.of("decidedAt", "2026-11-20T10:00:00+07:00", "dueAt", "2026-11-19T23:59:59+07:00"));
    for (int n = 0; n < 20; n++) {
      some(5, Map.of("unit", "0000" + n % 10, "procedure", "1.00422" + n / 10));
    }

    export();

    Path file =
        Files.write(folder.resolve("counts.parquet"), bucket.bytes("counts/2026-11.parquet"));
    List<String> csv = csv("2026-11");
    assertThat(ParquetForTests.read(file)).isEqualTo(csv.subList(1, csv.size())).hasSize(22);
  }

  @Test
  void aDossierCountsWhereItWasWhenItWasReceived() {
    some(
        5,
        Map.of(
            "unit",
            "HN-SNV",
            "transfers",
            List.of(Map.of("from", "HN-STP", "to", "HN-SNV", "at", "2026-11-10T10:00:00+07:00"))));

    export();

    assertThat(csv("2026-11")).contains("2026-11-02,1.000689,HN-STP,5,0,0,0");
  }

  @Test
  void itIsWrittenOnceANightAndTodayIsNotOverYet() {
    some(5, Map.of("receivedAt", "2026-11-25T01:00:00+07:00"));
    export();
    assertThat(csv("2026-11")).containsExactly(HEADER);
    some(5, Map.of());
    export();
    assertThat(csv("2026-11")).containsExactly(HEADER);

    now = Instant.parse("2026-11-25T18:30:00Z");
    export();

    assertThat(csv("2026-11")).hasSize(3);
  }

  @Test
  void monthsOfWhichDossiersExpiredStayAsTheyAre() {
    export();
    assertThat(bucket.keys()).contains("counts/2024-12.csv", "counts/2026-11.parquet");
    assertThat(bucket.keys()).noneMatch(key -> key.contains("2024-11"));
  }

  private static Cell cell() {
    return new Cell(java.time.LocalDate.of(2026, 11, 2), "1.000689", "HN-STP");
  }

  private void some(int count, Map<String, Object> more) {
    for (int n = 0; n < count; n++) {
      number++;
      Map<String, Object> item = new HashMap<>();
      item.put("procedure", "1.000689");
      item.put("unit", "HN-STP");
      item.put("receivedAt", "2026-11-02T08:15:00+07:00");
      item.putAll(more);
      Update update = Update.of(Map.of("code", "H26.15-261102-%04d".formatted(number)));
      item.forEach(update::set);
      dossiers.write(update);
    }
  }

  private void export() {
    Map<String, String> settings = new HashMap<>(BucketForTests.settings());
    settings.put("HOSO_DOSSIERS_TABLE", dossiers.name());
    settings.put("HOSO_OPERATIONS_TABLE", operations.name());
    settings.put("HOSO_OPEN_DATA_BUCKET", bucket.name());
    settings.put("HOSO_RETENTION_DAYS", "730");
    new OpenDataHandler(Settings.of(settings), dossiers.dynamo(), () -> now)
        .handleRequest(
            new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream(), null);
  }

  private List<String> csv(String month) {
    return new String(bucket.bytes("counts/" + month + ".csv"), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }
}
