package dev.hoso.results.templates;

import dev.hoso.core.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the result of a procedure is written when only its fields are sent. The issuing unit, the
 * number, the time and the seal are on every result and not part of it.
 *
 * @param procedure the procedure's national code
 * @param title what stands above the text; printed in capitals
 * @param opening what stands before the fields; may be empty
 * @param closing what stands after them; may be empty
 * @param fields in the order in which they are printed
 */
public record ResultTemplate(
    String procedure, String title, String opening, String closing, List<Field> fields) {
  public ResultTemplate {
    fields = List.copyOf(fields);
  }

  /**
   * What is wrong with values for this template: one that is missing, is too long, or that no field
   * takes. Empty when nothing is.
   */
  public List<Fault> faults(Map<String, String> values) {
    List<Fault> faults = new ArrayList<>();
    for (Field field : fields) {
      field.fault(values.get(field.name())).ifPresent(faults::add);
    }
    values.keySet().stream()
        .filter(name -> field(name).isEmpty())
        .sorted()
        .forEach(name -> faults.add(unknown(name)));
    return faults;
  }

  /** The opening with the values in it. */
  public String opening(Map<String, String> values) {
    return Placeholders.filled(opening, values);
  }

  /** The closing with the values in it. */
  public String closing(Map<String, String> values) {
    return Placeholders.filled(closing, values);
  }

  /** The field of a name. */
  Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  private Fault unknown(String name) {
    String known = String.join(", ", fields.stream().map(Field::name).toList());
    return new Fault("fields." + name, "is none of this procedure's fields: " + known);
  }
}
