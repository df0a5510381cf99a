package dev.hoso.results.bucket;

import dev.hoso.core.Settings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.S3Object;

/** S3 in this JVM, on the wire, by s3proxy, with a bucket of its own for every test. */
public final class StorageForTests {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String ID = "test";

  /** In memory s3proxy keeps versions. */
  private static final URI KEEPING = start(true);

  private final S3Client s3;
  private final URI endpoint;
  private final String bucket = "documents-" + COUNT.incrementAndGet();

  private StorageForTests(URI endpoint, boolean versions) {
    this.endpoint = endpoint;
    this.s3 =
        S3Client.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .endpointOverride(endpoint)
            .forcePathStyle(true)
            .region(Region.AP_SOUTHEAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(ID, ID)))
            .build();
    s3.createBucket(create -> create.bucket(bucket));
    if (versions) {
      s3.putBucketVersioning(
          put ->
              put.bucket(bucket)
                  .versioningConfiguration(it -> it.status(BucketVersioningStatus.ENABLED)));
    }
  }

  /** A bucket that keeps versions, as on AWS. */
  public static StorageForTests keepingVersions() {
    return new StorageForTests(KEEPING, true);
  }

  /** A bucket that keeps none, as a local runtime with a folder has it. */
  public static StorageForTests withoutVersions() {
    return new StorageForTests(Folder.ENDPOINT, false);
  }

  /** What makes our own code use this bucket. */
  public Map<String, String> settings() {
    System.setProperty("aws.accessKeyId", ID);
    System.setProperty("aws.secretAccessKey", ID);
    return Map.of(
        "AWS_REGION",
        "ap-southeast-1",
        "AWS_ENDPOINT_URL_S3",
        endpoint.toString(),
        "HOSO_RESULTS_BUCKET",
        bucket);
  }

  public Bucket bucket() {
    return new Bucket(Settings.of(settings()));
  }

  public Addresses addresses() {
    return new Addresses(Settings.of(settings()));
  }

  public void put(String key, byte[] bytes) {
    s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
  }

  /** As anybody deletes: where versions are kept, only a mark is set. */
  void delete(String key) {
    s3.deleteObject(delete -> delete.bucket(bucket).key(key));
  }

  public byte[] get(String key) {
    return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray();
  }

  /** The keys of what is there now. */
  public List<String> keys() {
    return s3.listObjectsV2(list -> list.bucket(bucket)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  /** The keys of everything that is kept, versions and marks of deletions too. */
  public List<String> allKeys() {
    var all = s3.listObjectVersions(list -> list.bucket(bucket));
    return java.util.stream.Stream.concat(
            all.versions().stream().map(it -> it.key()),
            all.deleteMarkers().stream().map(it -> it.key()))
        .toList();
  }

  private static URI start(boolean versions) {
    try {
      S3Proxy server =
          S3Proxy.builder()
              .blobStore(store(versions))
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

  private static BlobStore store(boolean versions) throws java.io.IOException {
    if (versions) {
      return new TransientNio2BlobStore();
    }
    Path folder = Files.createTempDirectory("hoso-buckets");
    folder.toFile().deleteOnExit();
    return new FilesystemNio2BlobStore(folder.toString());
  }

  /** Started only where a test needs it. */
  private static final class Folder {
    private static final URI ENDPOINT = start(false);
  }
}
