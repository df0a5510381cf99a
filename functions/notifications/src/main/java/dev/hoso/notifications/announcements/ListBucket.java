package dev.hoso.notifications.announcements;

import dev.hoso.core.BucketAddresses;
import dev.hoso.core.BucketClients;
import dev.hoso.core.Settings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The bucket of lists, in which each is read from where it was left. */
final class ListBucket {
  /** The folder that lists are in. */
  static final String FOLDER = "lists/";

  /** HTTP: Range Not Satisfiable. */
  private static final int BEYOND_THE_END = 416;

  private final S3Client s3;
  private final BucketAddresses addresses;
  private final String bucket;

  ListBucket(Settings settings) {
    this.s3 = BucketClients.client(settings);
    this.addresses = new BucketAddresses(settings);
    this.bucket = settings.required("HOSO_LISTS_BUCKET");
  }

  /**
   * Some lines of a list.
   *
   * @param etag what tells this content of the file from every other
   * @param size of the file in bytes
   */
  record Portion(String etag, long size, List<ListLine> lines) {}

  /** Whether a list is there. */
  boolean has(String key) {
    try {
      s3.headObject(head -> head.bucket(bucket).key(key));
      return true;
    } catch (NoSuchKeyException e) {
      return false;
    }
  }

  /** An address at which a list can be put for some time. */
  String writing(String key, Duration time) {
    return addresses.writing(bucket, key, time);
  }

  /**
   * Reads lines of a list from a place on; empty where it is not there.
   *
   * @param offset where a line begins, in bytes; before the end
   * @param number of the line before it
   */
  Optional<Portion> read(String key, long offset, long number, int most) {
    try (ResponseInputStream<GetObjectResponse> in =
        s3.getObject(
            get ->
                get.bucket(bucket)
                    .key(key)
                    .range(offset == 0 ? null : "bytes=%d-".formatted(offset)))) {
      GetObjectResponse file = in.response();
      List<ListLine> lines = ListLine.read(new BufferedInputStream(in), offset, number, most);
      // Else the rest would be read before the connection is given back.
      in.abort();
      return Optional.of(new Portion(file.eTag(), offset + file.contentLength(), lines));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (S3Exception e) {
      if (e.statusCode() == BEYOND_THE_END) {
        // It was put anew, and is shorter than it was.
        return Optional.of(new Portion("", 0, List.of()));
      }
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
