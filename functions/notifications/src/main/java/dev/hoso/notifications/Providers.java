package dev.hoso.notifications;

import dev.hoso.core.Settings;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** How providers' clients are made. */
public final class Providers {
  /**
   * For a call with its repetitions. There is no shorter limit for one attempt: a provider that
   * answers late may have sent, and an attempt that is given up early would send twice.
   */
  private static final Duration CALL = Duration.ofSeconds(5);

  private static final Duration CONNECTION = Duration.ofSeconds(2);

  /** Few: what fails longer is sent again when it is due. */
  private static final int ATTEMPTS = 2;

  private Providers() {}

  /**
   * Sets a client up.
   *
   * @param endpoint the setting that names another endpoint than AWS's
   */
  public static <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B configured(
      B builder, Settings settings, String endpoint) {
    builder
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECTION).socketTimeout(CALL))
        .overrideConfiguration(
            override ->
                override
                    .apiCallTimeout(CALL)
                    .retryStrategy(strategy -> strategy.maxAttempts(ATTEMPTS)));
    settings.optional("AWS_REGION").map(Region::of).ifPresent(builder::region);
    settings.optional(endpoint).map(URI::create).ifPresent(builder::endpointOverride);
    return builder;
  }

  /** The code of a provider's error; what stands before a provider may answer without one. */
  public static String code(AwsServiceException e) {
    AwsErrorDetails details = e.awsErrorDetails();
    String code = details == null ? null : details.errorCode();
    return code == null ? "HTTP " + e.statusCode() : code;
  }
}
