package dev.hoso.citizen;

import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import jakarta.inject.Singleton;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The table of dossiers, which their own function writes. */
@Singleton
public final class Dossiers {
  private final Table table;

  Dossiers(DynamoDbClient dynamo, Settings settings) {
    this.table = new Table(dynamo, settings.required("HOSO_DOSSIERS_TABLE"));
  }

  /** The dossier of a code; empty where there is none. */
  public Item find(String code) {
    return table.get(Map.of("code", code));
  }
}
