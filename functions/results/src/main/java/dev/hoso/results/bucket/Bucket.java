package dev.hoso.results.bucket;

import dev.hoso.core.BucketClients;
import dev.hoso.core.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A bucket. On AWS it keeps versions; a stand-in may keep none, and then an object has no version
 * id and is gone with one deletion.
 */
public final class Bucket {
  private static final int NOT_IMPLEMENTED = 501;

  /** As many as S3 deletes in one call. */
  private static final int MOST_AT_ONCE = 1_000;

  /** Somebody else deleted it in between. To S3 that is no error, to a stand-in it is. */
  private static final Set<String> GONE = Set.of("NoSuchKey", "NoSuchVersion");

  private final S3Client s3;
  private final String name;
  private final int atOnce;

  /** The bucket that {@code HOSO_RESULTS_BUCKET} names. */
  public Bucket(Settings settings) {
    this(settings, MOST_AT_ONCE);
  }

  Bucket(Settings settings, int atOnce) {
    this.atOnce = atOnce;
    this.s3 = BucketClients.client(settings);
    this.name = settings.required("HOSO_RESULTS_BUCKET");
  }

  /**
   * Writes an object.
   *
   * @return its version; null where the bucket keeps none
   */
  public @Nullable String put(String key, byte[] bytes, String contentType) {
    return s3.putObject(
            put -> put.bucket(name).key(key).contentType(contentType), RequestBody.fromBytes(bytes))
        .versionId();
  }

  /** The size of an object in bytes; empty where there is none. */
  public OptionalLong size(String key) {
    try {
      return OptionalLong.of(s3.headObject(head -> head.bucket(name).key(key)).contentLength());
    } catch (NoSuchKeyException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * Reads the start of an object; empty where there is none.
   *
   * @param most more than this is not brought here
   */
  public Optional<Content> read(String key, int most) {
    try (ResponseInputStream<GetObjectResponse> in =
        s3.getObject(get -> get.bucket(name).key(key))) {
      long size = in.response().contentLength();
      byte[] bytes = in.readNBytes((int) Math.min(size, most));
      if (bytes.length < size) {
        // Else the rest would be read before the connection is given back.
        in.abort();
      }
      return Optional.of(new Content(bytes, size));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes all versions of all objects whose key begins so, but for one key. */
  public void deleteAll(String prefix, @Nullable String except) {
    List<ObjectIdentifier> found =
        objects(prefix).stream().filter(object -> !object.key().equals(except)).toList();
    for (int start = 0; start < found.size(); start += atOnce) {
      delete(found.subList(start, Math.min(found.size(), start + atOnce)));
    }
  }

  private void delete(List<ObjectIdentifier> objects) {
    var answer =
        s3.deleteObjects(
            delete -> delete.bucket(name).delete(all -> all.objects(objects).quiet(true)));
    List<String> left =
        answer.errors().stream().map(S3Error::code).filter(it -> !GONE.contains(it)).toList();
    if (!left.isEmpty()) {
      throw new IllegalStateException(
          "%d of %d objects were not deleted: %s"
              .formatted(left.size(), objects.size(), left.getFirst()));
    }
  }

  /** Versions and the marks of deletions, which are versions too. */
  private List<ObjectIdentifier> objects(String prefix) {
    List<ObjectIdentifier> found = new ArrayList<>();
    try {
      s3.listObjectVersionsPaginator(list -> list.bucket(name).prefix(prefix))
          .forEach(
              page -> {
                page.versions().forEach(it -> found.add(object(it.key(), it.versionId())));
                page.deleteMarkers().forEach(it -> found.add(object(it.key(), it.versionId())));
              });
    } catch (S3Exception e) {
      if (e.statusCode() != NOT_IMPLEMENTED) {
        throw e;
      }
      s3.listObjectsV2Paginator(list -> list.bucket(name).prefix(prefix))
          .contents()
          .forEach(it -> found.add(object(it.key(), null)));
    }
    return found;
  }

  private static ObjectIdentifier object(String key, @Nullable String version) {
    return ObjectIdentifier.builder().key(key).versionId(version).build();
  }
}
