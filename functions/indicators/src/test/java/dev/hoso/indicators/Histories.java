package dev.hoso.indicators;

import dev.hoso.core.dynamo.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Dossiers' lives, made up: what their stream brings, version by version. */
final class Histories {
  private static final List<String> UNITS = List.of("00004", "00008", "HN-STP");
  private static final List<String> PROCEDURES = List.of(Given.WITH_FEE, "1.001193", "1.004222");
  private static final List<String> GATEWAYS = List.of("vnpay", "momo");

  private Histories() {}

  /** The images of one dossier, the oldest first. */
  static List<Item> of(String code, Random random) {
    Given dossier =
        Given.dossier(code)
            .with("unit", any(UNITS, random))
            .with("procedure", any(PROCEDURES, random))
            .with("channel", any(List.of("online", "inPerson", "post"), random))
            .with("receivedAt", Given.at("2026-11-%02dT10:00:00".formatted(1 + random.nextInt(28))))
            .papers(random.nextBoolean(), random.nextBoolean());
    List<Item> images = new ArrayList<>(List.of(dossier.item()));
    for (int n = random.nextInt(7); n > 0; n--) {
      happens(dossier, random);
      images.add(dossier.next().item());
    }
    return images;
  }

  private static void happens(Given dossier, Random random) {
    String time = "2026-12-%02dT10:00:00".formatted(1 + random.nextInt(28));
    switch (random.nextInt(8)) {
      case 0 -> dossier.status(5, time).without("decidedAt");
      case 1 -> dossier.status(4, time).without("decidedAt");
      case 2 -> dossier.decided(9, time);
      case 3 -> dossier.paid(any(GATEWAYS, random), "R" + random.nextInt(3), 8000, "VND", time);
      case 4 -> dossier.with("unit", any(UNITS, random));
      case 5 -> dossier.with("dueAt", Given.at(time));
      case 6 -> dossier.rated(1 + random.nextInt(5), time);
      default -> dossier.result(1, random.nextBoolean() ? "issued" : "revoked", time);
    }
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
