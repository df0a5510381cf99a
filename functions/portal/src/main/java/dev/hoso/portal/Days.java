package dev.hoso.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The day on which the portal last took a dossier in: the attribute and index {@code portalDay}, in
 * shares for the reason that {@link dev.hoso.core.PortalPlace} names.
 */
final class Days {
  private static final int SHARES = 8;

  private Days() {}

  static String key(LocalDate day, String dossier) {
    return key(day, Math.floorMod(dossier.hashCode(), SHARES));
  }

  static List<String> keys(LocalDate day) {
    return IntStream.range(0, SHARES).mapToObj(number -> key(day, number)).toList();
  }

  private static String key(LocalDate day, int number) {
    return day + "/" + number;
  }
}
