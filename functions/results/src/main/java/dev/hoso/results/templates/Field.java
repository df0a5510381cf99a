package dev.hoso.results.templates;

import dev.hoso.core.Fault;
import java.text.Normalizer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a result that is made of fields.
 *
 * @param name in requests: {@code fullName}
 * @param label on paper, in Vietnamese: {@code Họ, chữ đệm, tên}
 * @param required whether a result without it is refused
 * @param longest how many characters its value may have
 */
public record Field(String name, String label, boolean required, int longest) {
  /**
   * What is wrong with a value, if anything.
   *
   * @param value null where none was sent
   */
  Optional<Fault> fault(@Nullable String value) {
    if (value == null || value.isBlank()) {
      return required ? breach("is required by the template of this procedure") : Optional.empty();
    }
    String composed = Normalizer.normalize(value, Normalizer.Form.NFC);
    if (composed.codePointCount(0, composed.length()) > longest) {
      return breach("must have at most " + longest + " characters");
    }
    return Optional.empty();
  }

  private Optional<Fault> breach(String rule) {
    return Optional.of(new Fault("fields." + name, rule));
  }
}
