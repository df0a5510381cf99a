package dev.hoso.local.storage;

import dev.hoso.local.template.Bucket;
import java.net.URI;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The template's buckets, made where they are not there yet. */
public final class Buckets implements AutoCloseable {
  private static final int NOT_IMPLEMENTED = 501;
  private final S3Client client;

  /** The buckets at this endpoint. */
  public Buckets(URI endpoint, String region) {
    this.client =
        S3Client.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .endpointOverride(endpoint)
            .forcePathStyle(true)
            .region(Region.of(region))
            .build();
  }

  /** Makes a bucket, unless an earlier run did. */
  public void make(Bucket bucket) {
    try {
      client.headBucket(head -> head.bucket(bucket.name()));
    } catch (NoSuchBucketException e) {
      client.createBucket(create -> create.bucket(bucket.name()));
    }
    if (bucket.versioned()) {
      keepVersions(bucket.name());
    }
  }

  private void keepVersions(String bucket) {
    try {
      client.putBucketVersioning(
          put ->
              put.bucket(bucket)
                  .versioningConfiguration(
                      versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
    } catch (S3Exception e) {
      // s3proxy keeps versions in memory only; nothing that runs here needs them to be right.
      if (e.statusCode() != NOT_IMPLEMENTED) {
        throw e;
      }
    }
  }

  /** Whether there is an object of that name. */
  public boolean has(String bucket, String key) {
    try {
      client.headObject(head -> head.bucket(bucket).key(key));
      return true;
    } catch (NoSuchKeyException e) {
      return false;
    }
  }

  /** Writes a text. */
  public void put(String bucket, String key, String text) {
    client.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString(text));
  }

  @Override
  public void close() {
    client.close();
  }
}
