package dev.hoso.core;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
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
import software.amazon.awssdk.services.s3.model.S3Object;

/** S3 in this JVM, on the wire, by s3proxy, with a bucket of its own for every test. */
public final class BucketForTests {
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

  private final String name = "bucket-" + COUNT.incrementAndGet();

  public BucketForTests() {
    S3.createBucket(create -> create.bucket(name));
  }

  public String name() {
    return name;
  }

  /** What makes our own code use this S3, beside the bucket's name. */
  public static Map<String, String> settings() {
    System.setProperty("aws.accessKeyId", ID);
    System.setProperty("aws.secretAccessKey", ID);
    Map<String, String> settings = new HashMap<>();
    settings.put("AWS_ENDPOINT_URL_S3", ENDPOINT.toString());
    settings.put("AWS_REGION", "ap-southeast-1");
    return settings;
  }

  public void put(String key, byte[] bytes) {
    S3.putObject(put -> put.bucket(name).key(key), RequestBody.fromBytes(bytes));
  }

  public void delete(String key) {
    S3.deleteObject(delete -> delete.bucket(name).key(key));
  }

  public byte[] bytes(String key) {
    return S3.getObjectAsBytes(get -> get.bucket(name).key(key)).asByteArray();
  }

  /** The keys of all that is in it, in their order. */
  public List<String> keys() {
    return S3.listObjectsV2(list -> list.bucket(name)).contents().stream()
        .map(S3Object::key)
        .toList();
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
