package dev.hoso.core.dynamo;

import dev.hoso.core.Settings;
import java.net.URI;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The client of DynamoDB, the same for every function. */
public final class Dynamo {
  private Dynamo() {}

  /** A client; its endpoint is AWS's unless {@code AWS_ENDPOINT_URL_DYNAMODB} names another. */
  public static DynamoDbClient client(Settings settings) {
    // The JDK's own HTTP client starts fastest of those that the SDK offers and adds nothing to the
    // package.
    var builder = DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder());
    settings.optional("AWS_REGION").map(Region::of).ifPresent(builder::region);
    settings
        .optional("AWS_ENDPOINT_URL_DYNAMODB")
        .map(URI::create)
        .ifPresent(builder::endpointOverride);
    return builder.build();
  }
}
