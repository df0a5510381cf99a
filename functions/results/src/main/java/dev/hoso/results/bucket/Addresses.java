package dev.hoso.results.bucket;

import dev.hoso.core.BucketClients;
import dev.hoso.core.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/**
 * Addresses at which a browser or an officer's system reads or writes one object for some minutes,
 * without credentials of its own. Nobody is asked for one: they are made here.
 */
public final class Addresses {
  private final S3Presigner presigner;
  private final String bucket;

  /** Addresses in the bucket that {@code HOSO_RESULTS_BUCKET} names. */
  public Addresses(Settings settings) {
    this.presigner = BucketClients.presigner(settings);
    this.bucket = settings.required("HOSO_RESULTS_BUCKET");
  }

  /**
   * Where to write an object.
   *
   * @param headers to be sent with it, exactly so
   */
  public record Writing(String url, Map<String, String> headers) {
    public Writing {
      headers = Map.copyOf(headers);
    }
  }

  /** An address at which a PDF can be put for some time, as often as one likes. */
  public Writing writing(String key, Duration time) {
    PresignedPutObjectRequest put =
        presigner.presignPutObject(
            presign ->
                presign
                    .signatureDuration(time)
                    .putObjectRequest(
                        request -> request.bucket(bucket).key(key).contentType("application/pdf")));
    Map<String, String> headers = new TreeMap<>();
    put.signedHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    // It is part of the address.
    headers.remove("host");
    return new Writing(put.url().toString(), headers);
  }

  /**
   * An address from which an object is downloaded as a PDF for some time.
   *
   * @param version which version of it; null where the bucket keeps none
   * @param filename what it is called where it is kept; letters, digits and {@code .-} only
   */
  public String reading(String key, @Nullable String version, String filename, Duration time) {
    return presigner
        .presignGetObject(
            presign ->
                presign
                    .signatureDuration(time)
                    .getObjectRequest(
                        get ->
                            get.bucket(bucket)
                                .key(key)
                                .versionId(version)
                                .responseContentType("application/pdf")
                                .responseContentDisposition(
                                    "attachment; filename=\"" + filename + "\"")))
        .url()
        .toString();
  }
}
