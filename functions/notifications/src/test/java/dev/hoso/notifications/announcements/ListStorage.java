package dev.hoso.notifications.announcements;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** S3 in this JVM, on the wire, by s3proxy, with a bucket of its own for every test. */
final class ListStorage {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String ID = "test";
  private static final URI ENDPOINT = start();

  private static final S3Client S3 =
      S3Client.builder()
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .endpointOverride(ENDPOINT)
          .forcePathStyle(true)
          .region(Region.AP_SOUTHEAST_1)
          .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(ID, ID)))
          .build();

  private final String bucket = "lists-" + COUNT.incrementAndGet();

  ListStorage() {
    S3.createBucket(create -> create.bucket(bucket));
  }

  /** What makes our own code use this S3. */
  Map<String, String> settings() {
    return Map.of("AWS_ENDPOINT_URL_S3", ENDPOINT.toString(), "HOSO_LISTS_BUCKET", bucket);
  }

  void put(String key, byte[] bytes) {
    S3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
  }

  void delete(String key) {
    S3.deleteObject(delete -> delete.bucket(bucket).key(key));
  }

  private static URI start() {
    try {
      S3Proxy server =
          S3Proxy.builder()
              .blobStore(new TransientNio2BlobStore())
              .endpoint(URI.create("http://127.0.0.1:0"))
              .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ID, ID)
              .ignoreUnknownHeaders(true)
              .build();
      server.start();
      return URI.create("http://localhost:" + server.getPort());
    } catch (Exception e) { // That is what s3proxy declares.
      throw new IllegalStateException("s3proxy does not start", e);
    }
  }
}
