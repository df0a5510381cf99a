package dev.hoso.dossiers.imports;

import dev.hoso.core.csv.Column;
import dev.hoso.core.csv.TimeForm;
import java.util.List;
import java.util.Map;

/**
 * Where a mapping finds one part of a dossier.
 *
 * @param forms how times are written there; empty where it is no time
 * @param words what is said there and what is meant by it; empty where the one is the other
 */
record Part(Column column, List<TimeForm> forms, Map<String, String> words) {
  Part {
    forms = List.copyOf(forms);
    words = Map.copyOf(words);
  }
}
