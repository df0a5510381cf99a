package dev.hoso.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One runtime for all tests that leave it as it was; it ends with the tests' JVM. */
public final class Shared {
  private static final LocalRuntime RUNTIME =
      LocalRuntime.start(Options.of(SamplePackage.in(folder())));

  public static final Caller CALLER = new Caller(RUNTIME.address());

  private Shared() {}

  public static URI address() {
    return RUNTIME.address();
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("hoso-shared");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A client of the runtime's tables. */
  public static DynamoDbClient tables() {
    return tables(CALLER);
  }

  /** A client of a runtime's tables, at the address that its functions are given. */
  public static DynamoDbClient tables(Caller caller) {
    String address =
        caller.json("/surroundings").path("environment").path("AWS_ENDPOINT_URL_DYNAMODB").asText();
    return DynamoDbClient.builder()
        .endpointOverride(URI.create(address))
        .region(Region.AP_SOUTHEAST_1)
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }
}
