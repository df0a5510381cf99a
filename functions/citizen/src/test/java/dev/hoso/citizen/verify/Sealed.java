package dev.hoso.citizen.verify;

import dev.hoso.citizen.Api;
import dev.hoso.citizen.Given;
import dev.hoso.core.ResultId;
import dev.hoso.core.Sha256;
import dev.hoso.core.dynamo.Update;
import java.util.LinkedHashMap;
import java.util.Map;

/** A result that stands in its table and in its dossier. */
final class Sealed {
  final ResultId id = ResultId.random();
  final Given dossier = Given.dossier(9);
  final String number = dossier.number(1);
  final String sha256 = Sha256.hex(id.value());
  private final Map<String, Object> own = new LinkedHashMap<>();

  private Sealed(String status) {
    own.put("status", status);
    own.put("statusAt", "2026-11-24T10:01:00+07:00");
    own.put("result", id.value());
    own.put("sha256", sha256);
    own.put("unit", "HN-STP");
    own.put("title", "Giấy khai sinh của Trần Văn Bình");
    own.put("sealedAt", "2026-11-24T09:59:00+07:00");
    own.put("issuedAt", "2026-11-24T10:00:00+07:00");
  }

  /** One whose own item stands so. */
  static Sealed result(String status) {
    return new Sealed(status);
  }

  Sealed with(String name, Object value) {
    own.put(name, value);
    return this;
  }

  /** What the dossier says of its results. */
  Sealed inDossier(int ordinal, String status, Map<String, ?> more) {
    dossier.result(ordinal, status, more);
    return this;
  }

  Sealed kept() {
    dossier.kept();
    return keptAlone();
  }

  /** Kept where there is no dossier any more. */
  Sealed keptAlone() {
    Update update = Update.of(Map.of("dossier", dossier.code, "number", number));
    own.forEach(update::set);
    Api.RESULTS.write(update);
    return this;
  }

  String address() {
    return "/verify/" + id.text();
  }
}
