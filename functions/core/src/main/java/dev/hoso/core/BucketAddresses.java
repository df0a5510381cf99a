package dev.hoso.core;

import java.time.Duration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Addresses at which who has no credentials of a bucket reads or writes one object of it. */
public final class BucketAddresses {
  private final S3Presigner presigner;

  /** With S3 as it is set. */
  public BucketAddresses(Settings settings) {
    this.presigner = BucketClients.presigner(settings);
  }

  /** An address at which an object can be put for some time. */
  public String writing(String bucket, String key, Duration time) {
    return presigner
        .presignPutObject(
            presign ->
                presign
                    .signatureDuration(time)
                    .putObjectRequest(put -> put.bucket(bucket).key(key)))
        .url()
        .toString();
  }

  /**
   * An address from which an object is downloaded for some time.
   *
   * @param filename what it is called where it is kept; letters, digits and {@code .-} only
   */
  public String reading(String bucket, String key, String filename, Duration time) {
    return presigner
        .presignGetObject(
            presign ->
                presign
                    .signatureDuration(time)
                    .getObjectRequest(
                        get ->
                            get.bucket(bucket)
                                .key(key)
                                .responseContentDisposition(
                                    "attachment; filename=\"" + filename + "\"")))
        .url()
        .toString();
  }
}
