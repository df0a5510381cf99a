package dev.hoso.citizen.verify;

import dev.hoso.core.Name;
import org.jspecify.annotations.Nullable;

/**
 * A result as its page shows it.
 *
 * @param unit who issued it
 * @param checked the SHA-256 of the reader's own file; null where none was checked yet
 */
public record ResultPage(Verified result, Name unit, @Nullable String checked) {
  public boolean is(Validity validity) {
    return result.validity() == validity;
  }

  /** Whether the reader's file is this result's document. */
  public boolean same() {
    return checked != null && result.matches(checked);
  }
}
