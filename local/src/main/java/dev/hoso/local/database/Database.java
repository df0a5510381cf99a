package dev.hoso.local.database;

import java.net.URI;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The clients of DynamoDB and its streams at one address. */
public final class Database implements AutoCloseable {
  private final DynamoDbClient tables;
  private final DynamoDbStreamsClient streams;

  public Database(URI address, Region region) {
    this.tables =
        DynamoDbClient.builder()
            .endpointOverride(address)
            .region(region)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    this.streams =
        DynamoDbStreamsClient.builder()
            .endpointOverride(address)
            .region(region)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  public DynamoDbClient tables() {
    return tables;
  }

  public DynamoDbStreamsClient streams() {
    return streams;
  }

  @Override
  public void close() {
    tables.close();
    streams.close();
  }
}
