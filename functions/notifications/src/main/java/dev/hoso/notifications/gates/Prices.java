package dev.hoso.notifications.gates;

import dev.hoso.core.cityfile.BadCityFile;
import dev.hoso.core.cityfile.CityFile;
import dev.hoso.core.cityfile.Row;
import dev.hoso.notifications.Message;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the providers take for messages: {@code prices.csv} of the catalogue. Amounts are whole
 * millionths of a US dollar, so that sums are exact.
 */
public final class Prices {
  private static final String FILE = "prices.csv";

  /** The longest prefix wins. */
  private final List<Price> prices;

  private record Price(String channel, String prefix, boolean perSegment, long micros) {
    boolean covers(Message message) {
      return channel.equals(message.channel()) && message.to().startsWith(prefix);
    }
  }

  private Prices(List<Price> prices) {
    this.prices = prices;
  }

  /**
   * Reads the city's file where it has one, else Hoso's own.
   *
   * @param cityFolder null for no city's own
   * @throws BadCityFile when the file breaks a rule
   */
  public static Prices load(@Nullable Path cityFolder) {
    return new Prices(
        CityFile.read(cityFolder, FILE, "channel", "prefix", "per", "usd").stream()
            .map(Prices::price)
            .sorted(Comparator.comparingInt((Price price) -> price.prefix().length()).reversed())
            .toList());
  }

  private static Price price(Row row) {
    return new Price(
        row.text("channel"),
        row.optional("prefix"),
        row.oneOf("per", "segment", "message").equals("segment"),
        Dollars.micros(row, "usd"));
  }

  /** What a message costs; 0 where the file does not know its channel. */
  public long of(Message message) {
    return prices.stream()
        .filter(price -> price.covers(message))
        .findFirst()
        .map(price -> price.micros() * (price.perSegment() ? segments(message) : 1))
        .orElse(0L);
  }

  private static int segments(Message message) {
    Integer segments = message.wording().segments();
    return segments == null ? 1 : segments;
  }
}
