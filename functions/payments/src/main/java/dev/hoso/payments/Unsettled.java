package dev.hoso.payments;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a payment is found by while no settlement file had its money: the attribute and the index
 * {@code unsettled}.
 *
 * <p>A gateway's payments are in several shares. One key of an index takes 1,000 writes a second,
 * and a file of 100,000 lines that is to be through in a minute makes 1,700.
 */
public final class Unsettled {
  /** The index, and the attribute that is its key. */
  public static final String INDEX = "unsettled";

  private static final int SHARES = 8;

  private Unsettled() {}

  /** The share that a payment is in: always the same one. */
  static String share(String gateway, PaymentReference reference) {
    return share(gateway, Math.floorMod(reference.value().hashCode(), SHARES));
  }

  /** All shares of a gateway. */
  public static List<String> shares(String gateway) {
    return IntStream.range(0, SHARES).mapToObj(number -> share(gateway, number)).toList();
  }

  private static String share(String gateway, int number) {
    return gateway + "/" + number;
  }
}
