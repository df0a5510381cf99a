package dev.hoso.dossiers.imports;

import dev.hoso.core.BucketAddresses;
import dev.hoso.core.BucketClients;
import dev.hoso.core.Settings;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The bucket of files that are taken over, and of the reports of what was refused in them. */
public final class ImportBucket {
  /** Where files are put. */
  public static final String FILES = "imports/";

  /** Where reports lie. */
  static final String REPORTS = "reports/";

  /** Where their parts lie, one for each portion of a file that something was refused in. */
  private static final String PARTS = "refused/";

  private static final String CSV = "text/csv; charset=utf-8";

  private final S3Client s3;
  private final BucketAddresses addresses;

  public ImportBucket(Settings settings) {
    this.s3 = BucketClients.client(settings);
    this.addresses = new BucketAddresses(settings);
  }

  /**
   * A file, open from a byte on.
   *
   * @param etag what tells this content from every other
   * @param size of the whole file in bytes
   */
  record Content(String etag, long size, InputStream in, Runnable abort) implements AutoCloseable {
    /** Does not read the rest, as closing the stream would. */
    @Override
    public void close() {
      abort.run();
    }
  }

  /** Opens a file from where it was left on; empty where it is not there. */
  Optional<Content> open(Import it) {
    long offset = it.progress().offset();
    try {
      ResponseInputStream<GetObjectResponse> in =
          s3.getObject(
              get ->
                  get.bucket(it.bucket())
                      .key(it.file())
                      .range(offset == 0 ? null : "bytes=%d-".formatted(offset)));
      GetObjectResponse file = in.response();
      long size = offset + file.contentLength();
      return Optional.of(
          new Content(file.eTag(), size, new BufferedInputStream(in, 1 << 16), in::abort));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  /** Keeps what was refused in a portion; again, the same takes its own place. */
  void refused(Import it, long offset, String lines) {
    s3.putObject(
        put ->
            put.bucket(it.bucket()).key(parts(it) + "%015d.csv".formatted(offset)).contentType(CSV),
        RequestBody.fromString(lines));
  }

  /** Puts the report together from its parts, over a file: it may be as long as what it reports. */
  void report(Import it, String header) {
    try {
      Path file = Files.createTempFile("refused", ".csv");
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          out.write(header.getBytes(StandardCharsets.UTF_8));
          s3
              .listObjectsV2Paginator(list -> list.bucket(it.bucket()).prefix(parts(it)))
              .contents()
              .stream()
              .map(S3Object::key)
              .forEach(part -> s3.getObject(get -> get.bucket(it.bucket()).key(part), to(out)));
        }
        s3.putObject(put -> put.bucket(it.bucket()).key(it.report()).contentType(CSV), file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ResponseTransformer<GetObjectResponse, Long> to(OutputStream out) {
    return (response, in) -> in.transferTo(out);
  }

  private static String parts(Import it) {
    return PARTS + it.id() + "/";
  }

  /** An address at which an import's file can be put for some time. */
  public String writing(Import it, Duration time) {
    return addresses.writing(it.bucket(), it.file(), time);
  }

  /** An address from which an import's report can be read for some time. */
  public String reading(Import it, Duration time) {
    return addresses.reading(it.bucket(), it.report(), "refused-" + it.id() + ".csv", time);
  }
}
