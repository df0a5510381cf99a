package dev.hoso.local.template;

import java.util.List;

/** What of {@code template.yaml} has a meaning on a laptop. */
public record Template(
    List<FunctionDefinition> functions,
    List<Table> tables,
    List<Bucket> buckets,
    List<Key> keys,
    List<LogSubscription> logs) {
  public Template {
    functions = List.copyOf(functions);
    tables = List.copyOf(tables);
    buckets = List.copyOf(buckets);
    keys = List.copyOf(keys);
    logs = List.copyOf(logs);
  }

  public List<Route> routes() {
    return functions.stream().flatMap(function -> function.routes().stream()).toList();
  }
}
