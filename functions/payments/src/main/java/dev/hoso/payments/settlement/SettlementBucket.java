package dev.hoso.payments.settlement;

import dev.hoso.core.BucketClients;
import dev.hoso.core.Settings;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The bucket that settlement files are put into and reports are written to. */
public final class SettlementBucket {
  private final S3Client s3;

  /** A bucket's client, for any bucket that the function may use. */
  public SettlementBucket(Settings settings) {
    this.s3 = BucketClients.client(settings);
  }

  /**
   * Copies an object into a file that is not there yet. Reading it for as long as its lines take
   * would keep a connection open that S3 closes.
   *
   * @return what tells this content of the object from every other; empty where it is gone
   */
  Optional<String> fetch(String bucket, String key, Path into) {
    try {
      return Optional.of(s3.getObject(get -> get.bucket(bucket).key(key), into).eTag());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  void put(String bucket, String key, ReportForm form, Path from) {
    put(bucket, key, form, RequestBody.fromFile(from));
  }

  void put(String bucket, String key, ReportForm form, String text) {
    put(bucket, key, form, RequestBody.fromString(text));
  }

  private void put(String bucket, String key, ReportForm form, RequestBody body) {
    s3.putObject(put -> put.bucket(bucket).key(key).contentType(form.contentType()), body);
  }
}
