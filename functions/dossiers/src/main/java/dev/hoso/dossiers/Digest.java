package dev.hoso.dossiers;

import dev.hoso.core.JsonTypes;
import dev.hoso.core.Sha256;
import dev.hoso.core.Time;
import dev.hoso.dossiers.Command.Register;
import io.avaje.jsonb.JsonType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names a registration by its content: however it was spelled, the same registration gives the same
 * 64 characters, and nothing personal can be read from them.
 */
final class Digest {
  private static final JsonType<Object> JSON = JsonTypes.of(Object.class);

  private Digest() {}

  static String of(Register register) {
    Map<String, @Nullable Object> all =
        new LinkedHashMap<>(FilingItem.attributes(register.filing()));
    all.put("status", register.status() == null ? null : register.status().code());
    all.put("dueAt", register.dueAt() == null ? null : Time.text(register.dueAt()));
    return Sha256.hex(JSON.toJson(all));
  }
}
