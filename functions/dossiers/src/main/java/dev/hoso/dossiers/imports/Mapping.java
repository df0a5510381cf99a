package dev.hoso.dossiers.imports;

import dev.hoso.core.csv.Column;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an older system writes its dossiers.
 *
 * @param parts by the names that they have in a registration
 */
record Mapping(String name, Charset charset, Map<String, Part> parts) {
  Mapping {
    parts = Map.copyOf(parts);
  }

  Optional<Part> part(String name) {
    return Optional.ofNullable(parts.get(name));
  }

  /** The columns that a file must have. */
  List<String> columns() {
    return parts.values().stream()
        .map(Part::column)
        .map(Column::names)
        .flatMap(List::stream)
        .distinct()
        .sorted()
        .toList();
  }
}
