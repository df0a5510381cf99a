package dev.hoso.core;

import java.util.Map;

/**
 * Mobile numbers of 11 digits (01…), moved to 10 digits between 15/9/2018 and 30/6/2019: the last
 * seven stay, the prefix changes by this table and by no formula.
 *
 * <p>Source: the operators' tables as published by the Ministry of Information and Communications
 * (english.mic.gov.vn 197137613).
 */
final class OldMobiles {
  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          // Viettel
          Map.entry("162", "32"),
          Map.entry("163", "33"),
          Map.entry("164", "34"),
          Map.entry("165", "35"),
          Map.entry("166", "36"),
          Map.entry("167", "37"),
          Map.entry("168", "38"),
          Map.entry("169", "39"),
          // MobiFone
          Map.entry("120", "70"),
          Map.entry("121", "79"),
          Map.entry("122", "77"),
          Map.entry("126", "76"),
          Map.entry("128", "78"),
          // VinaPhone
          Map.entry("123", "83"),
          Map.entry("124", "84"),
          Map.entry("125", "85"),
          Map.entry("127", "81"),
          Map.entry("129", "82"),
          // Vietnamobile
          Map.entry("186", "56"),
          Map.entry("188", "58"),
          // Gmobile
          Map.entry("199", "59"));

  private OldMobiles() {}

  /**
   * @param national a number without country code and trunk 0; any but an old mobile comes back as
   *     it is
   */
  static String convert(String national) {
    if (national.length() != 10) {
      return national;
    }
    String prefix = PREFIXES.get(national.substring(0, 3));
    return prefix == null ? national : prefix + national.substring(3);
  }
}
