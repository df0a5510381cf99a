package dev.hoso.core;

import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** How S3's clients are made; only functions with a bucket bring what it needs. */
public final class BucketClients {
  private static final String SERVICE = "S3";

  private BucketClients() {}

  /** Reads and writes objects. */
  public static S3Client client(Settings settings) {
    S3ClientBuilder builder = AwsClients.configured(S3Client.builder(), settings, SERVICE);
    return builder.forcePathStyle(standIn(settings)).build();
  }

  /** Makes addresses at which others read or write an object. */
  public static S3Presigner presigner(Settings settings) {
    S3Presigner.Builder builder = S3Presigner.builder();
    settings.optional("AWS_REGION").map(Region::of).ifPresent(builder::region);
    AwsClients.endpoint(settings, SERVICE).ifPresent(builder::endpointOverride);
    return builder
        .serviceConfiguration(
            S3Configuration.builder().pathStyleAccessEnabled(standIn(settings)).build())
        .build();
  }

  /** It has no host name for every bucket. */
  private static boolean standIn(Settings settings) {
    return AwsClients.endpoint(settings, SERVICE).isPresent();
  }
}
