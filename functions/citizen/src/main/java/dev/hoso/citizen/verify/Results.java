package dev.hoso.citizen.verify;

import dev.hoso.citizen.Dossiers;
import dev.hoso.core.ResultId;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The table of results, which their own function writes, read for whoever verifies one. */
@Singleton
final class Results {
  /** The same document can have been issued again; more often than that it was not. */
  private static final int COPIES = 10;

  private final Table table;
  private final Dossiers dossiers;

  Results(DynamoDbClient dynamo, Settings settings, Dossiers dossiers) {
    this.table = new Table(dynamo, settings.required("HOSO_RESULTS_TABLE"));
    this.dossiers = dossiers;
  }

  /** The result that an id names; empty where none was ever issued under it. */
  Optional<Verified> find(ResultId id) {
    return verified(table.newest("byResult", "result", id.value(), 1)).findFirst();
  }

  /** The result whose document has this hash, 64 small hexadecimal digits; a valid one first. */
  Optional<Verified> find(String sha256) {
    return verified(table.newest("bySha256", "sha256", sha256, COPIES))
        .min(Comparator.comparing(Verified::validity));
  }

  private Stream<Verified> verified(List<Item> keys) {
    return keys.stream().map(this::result).flatMap(result -> verified(result).stream());
  }

  private Optional<Verified> verified(Item result) {
    return result.isEmpty()
        ? Optional.empty()
        : Truth.of(result, dossiers.find(result.text("dossier")).map("results"));
  }

  private Item result(Item key) {
    return table.get(Map.of("dossier", key.text("dossier"), "number", key.text("number")));
  }
}
