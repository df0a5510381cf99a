package dev.hoso.indicators.objectives;

import dev.hoso.core.Sha256;
import dev.hoso.core.Time;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far an objective is, as somebody reports it.
 *
 * @param at when it was so
 * @param by the position of who reports, never a person's name
 * @param note in a line; may be null
 */
public record Report(Instant at, String by, BigDecimal value, @Nullable String note) {
  /**
   * Names the report: the same one again has the same name.
   *
   * @param key the caller's own name for it; null where it is named by what it says
   */
  String name(@Nullable String key) {
    String text = key == null ? Time.text(at) + "|" + by + "|" + value + "|" + note : "key " + key;
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
  }
}
