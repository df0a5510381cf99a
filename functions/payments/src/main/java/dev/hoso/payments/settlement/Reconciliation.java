package dev.hoso.payments.settlement;

import dev.hoso.core.Invalid;
import dev.hoso.core.Log;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Table;
import dev.hoso.payments.Anomalies;
import dev.hoso.payments.Confirmations;
import dev.hoso.payments.Payments;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Goes through a settlement file and writes its report beside it. */
public final class Reconciliation {
  private final Mappings mappings;
  private final SettlementBucket bucket;
  private final Portions portions;
  private final Awaited awaited;

  /** Over these tables. */
  public Reconciliation(
      Mappings mappings,
      SettlementBucket bucket,
      Table payments,
      Anomalies anomalies,
      InstantSource clock) {
    this.mappings = mappings;
    this.bucket = bucket;
    this.awaited = new Awaited(payments);
    this.portions =
        new Portions(
            new Matching(
                new Settled(payments),
                new Confirmations(new Payments(payments), anomalies, clock),
                anomalies,
                clock));
  }

  /** Reconciles the object of a key; what is no file, or gone, is left alone. */
  public void run(String bucketName, String key) {
    Optional<Sheet> sheet = Sheet.of(key);
    if (sheet.isEmpty()) {
      Log.info("notASettlementFile", Map.of());
      return;
    }
    try {
      Path folder = Files.createTempDirectory("settlement");
      try {
        run(bucketName, key, sheet.get(), folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(String bucketName, String key, Sheet sheet, Path folder) throws IOException {
    Path file = folder.resolve("file");
    Optional<String> tag = bucket.fetch(bucketName, key, file);
    if (tag.isEmpty()) {
      Log.warn("settlementFileGone", Map.of("name", sheet.name()));
      return;
    }
    try (Differences differences = new Differences(folder)) {
      Tally tally = new Tally();
      try {
        match(sheet, file, tag.get(), tally, differences);
      } catch (Invalid bad) {
        tally.add(Finding.UNREADABLE);
        differences.add(Difference.of(Entry.Unreadable.of(1, bad)));
      }
      Report report = tally.report(sheet);
      bucket.put(bucketName, sheet.report(ReportForm.CSV), ReportForm.CSV, differences.csv());
      bucket.put(
          bucketName,
          sheet.report(ReportForm.SUMMARY),
          ReportForm.SUMMARY,
          differences.summary(report));
      // The last one: whoever finds it, as other systems do, finds the page and the CSV as well.
      bucket.put(
          bucketName, sheet.report(ReportForm.JSON), ReportForm.JSON, differences.json(report));
      count(report);
    }
  }

  private void match(Sheet sheet, Path file, String tag, Tally tally, Differences differences)
      throws IOException {
    Mapping mapping =
        mappings
            .of(sheet.gateway())
            .orElseThrow(
                () ->
                    new Invalid(
                        "", "is in no gateway's folder: settlements/<gateway>/<yyyy-MM-dd>.csv"));
    LocalDate day =
        sheet
            .day()
            .orElseThrow(
                () -> new Invalid("", "is not called <yyyy-MM-dd>.csv or <yyyy-MM-dd>-more.csv"));
    LineReader reader = new LineReader(mapping, day.atStartOfDay(Time.VIETNAM).toInstant());
    Settled.Run run = new Settled.Run(sheet.gateway(), day, tag);
    try (BufferedReader content =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), mapping.charset()))) {
      portions.match(SettlementFile.open(content, mapping, reader), run, tally, differences);
    }
    awaited.each(
        sheet.gateway(),
        day,
        missing -> {
          tally.addMissingThere(missing.money(), missing.days());
          differences.add(Difference.missingThere(missing.payment(), missing.days()));
        });
  }

  private void count(Report report) {
    String gateway = mappings.gateways().contains(report.gateway()) ? report.gateway() : "unknown";
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("gateway", gateway);
    line.put("name", report.name());
    line.put("lines", report.lines());
    for (Finding finding : Finding.values()) {
      long count = report.total(finding).count();
      line.put(finding.code(), count);
      Log.metric(
          "SettlementLines", (double) count, Map.of("gateway", gateway, "finding", finding.code()));
    }
    double unreadable = (double) report.total(Finding.UNREADABLE).count();
    Log.metric("SettlementsUnreadable", unreadable, Map.of());
    Log.info("settlementReconciled", line);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
