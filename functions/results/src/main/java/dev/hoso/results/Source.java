package dev.hoso.results;

import dev.hoso.core.Invalid;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a result was made of. */
public enum Source {
  /** A PDF that the department signed (đã ký số): checked, and kept as it is. */
  SIGNED("signed"),
  /** A PDF without a signature, to be sealed. */
  UNSIGNED("unsigned"),
  /** Values for the template of the procedure, to be rendered and sealed. */
  FIELDS("fields");

  private final String code;

  Source(String code) {
    this.code = code;
  }

  /** The name in JSON and in the table. */
  public String code() {
    return code;
  }

  /**
   * The source of a name.
   *
   * @throws Invalid when there is none of this name
   */
  public static Source parse(String field, @Nullable String text) {
    return Arrays.stream(values())
        .filter(source -> source.code.equals(text))
        .findFirst()
        .orElseThrow(() -> new Invalid(field, "must be signed, unsigned or fields"));
  }
}
