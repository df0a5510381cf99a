package dev.hoso.indicators;

import dev.hoso.core.dynamo.Item;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dossier that is open and promised for a day.
 *
 * @param role who answers for it; null where nobody is named
 * @param stopped since when its clock stands, where it was overdue before; else null
 */
public record OpenDossier(
    String code,
    String unit,
    String procedure,
    @Nullable String role,
    LocalDate due,
    @Nullable LocalDate stopped) {
  static OpenDossier of(Item item) {
    String stopped = item.textOrNull("stopped");
    return new OpenDossier(
        item.text("id").substring(item.text("id").indexOf(' ') + 1),
        item.text("openUnit"),
        item.text("procedure"),
        item.textOrNull("role"),
        LocalDate.parse(item.text("due")),
        stopped == null ? null : LocalDate.parse(stopped));
  }
}
