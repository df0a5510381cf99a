package dev.hoso.core.lambda;

import io.avaje.jsonb.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What S3 tells of objects that were put into a bucket.
 *
 * @param records null in the test that S3 sends when notifications are set up
 */
@Json
public record PutEvent(@Json.Property("Records") @Nullable List<Entry> records) {
  /** The objects. */
  public List<Entry> entries() {
    return records == null ? List.of() : records;
  }

  /** One object. */
  @Json
  public record Entry(S3 s3) {
    /** The bucket's name. */
    public String bucket() {
      return s3.bucket().name();
    }

    /** The object's key: S3 encodes it as in a form. */
    public String key() {
      return URLDecoder.decode(s3.object().key(), StandardCharsets.UTF_8);
    }
  }

  /** Where it is. */
  @Json
  public record S3(Bucket bucket, Stored object) {}

  /** A bucket. */
  @Json
  public record Bucket(String name) {}

  /** An object. */
  @Json
  public record Stored(String key) {}
}
