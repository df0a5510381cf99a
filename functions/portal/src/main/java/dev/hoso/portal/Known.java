package dev.hoso.portal;

import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Transaction;
import dev.hoso.core.dynamo.Update;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How many dossiers the portal knows: counted in the same transaction in which one is noted as
 * known, so each is counted once, whatever is repeated or cut off. The count is spread over several
 * items, at which transactions do not meet.
 *
 * @param table Portal
 */
record Known(Table table) {
  private static final String ID = "known";
  private static final String COUNT = "dossiers";
  private static final int ITEMS = 16;

  Transaction oneMoreWith(Table dossiers, Update note) {
    String item = String.valueOf(ThreadLocalRandom.current().nextInt(ITEMS));
    return new Transaction(table.dynamo())
        .with(dossiers, note)
        .with(table, Update.of(Map.of("id", ID, "entry", item)).add(COUNT, 1));
  }

  long count() {
    return table.query("id", ID).stream().mapToLong(item -> item.number(COUNT)).sum();
  }
}
