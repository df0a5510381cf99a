package dev.hoso.dossiers.imports;

import dev.hoso.core.Invalid;
import dev.hoso.core.csv.Column;
import dev.hoso.core.csv.Records;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The first line of a file.
 *
 * @param separator the one by which it has all columns of the mapping
 * @param places where each column is
 */
record Header(char separator, Map<String, Integer> places) {
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
  private static final String BYTE_ORDER_MARK = "\ufeff";

  Header {
    places = Map.copyOf(places);
  }

  /**
   * Reads it.
   *
   * @throws Invalid naming the first column of the mapping that it lacks
   */
  static Header of(String line, Mapping mapping) {
    Invalid fewest = new Invalid("file", "has no first line that names its columns");
    int lacked = Integer.MAX_VALUE;
    for (char separator : SEPARATORS) {
      Map<String, Integer> places = places(line.replace(BYTE_ORDER_MARK, ""), separator);
      List<String> lacking =
          mapping.columns().stream().filter(name -> !places.containsKey(name)).toList();
      if (lacking.isEmpty()) {
        return new Header(separator, places);
      }
      if (lacking.size() < lacked) {
        lacked = lacking.size();
        fewest =
            new Invalid(
                lacking.getFirst(),
                "is missing in the first line: the mapping %s needs it".formatted(mapping.name()));
      }
    }
    throw fewest;
  }

  private static Map<String, Integer> places(String line, char separator) {
    Map<String, Integer> places = new HashMap<>();
    List<String> fields = Records.fields(line, separator);
    for (int at = 0; fields != null && at < fields.size(); at++) {
      places.putIfAbsent(Column.compared(fields.get(at)), at);
    }
    return places;
  }
}
