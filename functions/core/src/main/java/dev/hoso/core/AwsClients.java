package dev.hoso.core;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** How AWS's clients are made, the same for every service and function. */
public final class AwsClients {
  private AwsClients() {}

  /**
   * Sets a client up: the JDK's own HTTP client, which starts fastest of those that the SDK offers
   * and adds nothing to the package, and AWS's endpoint unless {@code AWS_ENDPOINT_URL_<service>}
   * names another.
   *
   * @param service as the SDK's settings name it: {@code DYNAMODB}, {@code S3}, {@code KMS}
   */
  public static <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B configured(
      B builder, Settings settings, String service) {
    builder.httpClientBuilder(UrlConnectionHttpClient.builder());
    settings.optional("AWS_REGION").map(Region::of).ifPresent(builder::region);
    endpoint(settings, service).ifPresent(builder::endpointOverride);
    return builder;
  }

  /** Where a service is, when it is not AWS's. */
  public static Optional<URI> endpoint(Settings settings, String service) {
    return settings.optional("AWS_ENDPOINT_URL_" + service).map(URI::create);
  }
}
