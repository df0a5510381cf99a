package dev.hoso.payments.api;

import dev.hoso.core.BucketAddresses;
import dev.hoso.core.BucketClients;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Settings;
import dev.hoso.payments.settlement.Report;
import dev.hoso.payments.settlement.ReportForm;
import dev.hoso.payments.settlement.ReportSummary;
import dev.hoso.payments.settlement.Sheet;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The reports of settlement files, and addresses for what is larger than a request may be. */
final class Reports {
  private static final JsonType<ReportSummary> SUMMARIES = JsonTypes.of(ReportSummary.class);

  /** Lambda's answers have 6 MB at most, of which some is the envelope's. */
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final S3Client s3;
  private final BucketAddresses addresses;
  private final String bucket;

  Reports(Settings settings) {
    this.s3 = BucketClients.client(settings);
    this.addresses = new BucketAddresses(settings);
    this.bucket = settings.required("HOSO_SETTLEMENTS_BUCKET");
  }

  /** A report in one form, if it is not too large. */
  sealed interface Found {
    /** All of it. */
    record Whole(String text) implements Found {}

    /** It does not fit into an answer. */
    record Large() implements Found {}
  }

  /** The reports of files of a day, also of folders that are no gateway's. */
  List<Report> ofDay(LocalDate day) {
    return folders()
        .flatMap(gateway -> names(gateway, day).flatMap(name -> summary(gateway, name).stream()))
        .map(ReportSummary::report)
        .toList();
  }

  /** A report's totals and first differences; empty where there is no such report. */
  Optional<ReportSummary> summary(String gateway, String name) {
    Sheet sheet = new Sheet(gateway, name);
    return read(sheet.report(ReportForm.SUMMARY))
        .map(
            found ->
                switch (found) {
                  case Found.Whole whole -> SUMMARIES.fromJson(whole.text());
                  case Found.Large large -> throw new IllegalStateException("no summary is large");
                });
  }

  /** A report in one form; empty where there is none. */
  Optional<Found> read(String gateway, String name, ReportForm form) {
    return read(new Sheet(gateway, name).report(form));
  }

  /** An address from which a report can be read for some time. */
  String reading(String gateway, String name, ReportForm form, Duration time) {
    String file = gateway + "-" + name + form.ending();
    return addresses.reading(bucket, new Sheet(gateway, name).report(form), file, time);
  }

  /** An address at which a settlement file can be put for some time. */
  String writing(Sheet sheet, Duration time) {
    return addresses.writing(bucket, sheet.key(), time);
  }

  private Optional<Found> read(String key) {
    try (ResponseInputStream<GetObjectResponse> in =
        s3.getObject(get -> get.bucket(bucket).key(key))) {
      if (in.response().contentLength() > MOST_BYTES) {
        in.abort();
        return Optional.of(new Found.Large());
      }
      return Optional.of(new Found.Whole(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<String> folders() {
    String reports = Sheet.REPORTS;
    return s3
        .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(reports).delimiter("/"))
        .commonPrefixes()
        .stream()
        .map(folder -> folder.prefix().substring(reports.length(), folder.prefix().length() - 1));
  }

  private Stream<String> names(String gateway, LocalDate day) {
    String folder = Sheet.reports(gateway);
    String ending = ReportForm.SUMMARY.ending();
    return s3
        .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(folder + day))
        .contents()
        .stream()
        .map(object -> object.key())
        .filter(key -> key.endsWith(ending))
        .map(key -> key.substring(folder.length(), key.length() - ending.length()));
  }
}
