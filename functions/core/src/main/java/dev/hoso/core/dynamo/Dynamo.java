package dev.hoso.core.dynamo;

import dev.hoso.core.AwsClients;
import dev.hoso.core.Settings;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The client of DynamoDB, the same for every function. */
public final class Dynamo {
  private Dynamo() {}

  /** A client; its endpoint is AWS's unless {@code AWS_ENDPOINT_URL_DYNAMODB} names another. */
  public static DynamoDbClient client(Settings settings) {
    return AwsClients.configured(DynamoDbClient.builder(), settings, "DYNAMODB").build();
  }
}
