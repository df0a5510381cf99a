package dev.hoso.results;

import dev.hoso.core.ResultId;
import dev.hoso.core.ResultNumber;
import java.util.Map;

/**
 * What there is to know of a result for checking it, or for rendering and sealing it.
 *
 * @param unit the name of the unit that issues it, in Vietnamese
 * @param title what it is called (tên kết quả), one line
 * @param procedure the procedure's national code, by which its template is found
 * @param fields values for the template, by its fields' names; empty unless made of {@link
 *     Source#FIELDS}
 */
public record Paper(
    ResultNumber number,
    ResultId result,
    Source source,
    String unit,
    String title,
    String procedure,
    Map<String, String> fields) {
  public Paper {
    fields = Map.copyOf(fields);
  }

  /** Without the fields, which are personal: a record's text ends up in logs. */
  @Override
  public String toString() {
    return "Paper[" + number + ", " + source + "]";
  }
}
