package dev.hoso.core.catalogue;

import dev.hoso.core.cityfile.BadCityFile;
import dev.hoso.core.cityfile.CityFile;
import dev.hoso.core.cityfile.Row;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a unit's fees can be paid: which gateways are switched on for it, and which merchant
 * account the money goes to. Switching one off stops new requests alone; what was asked for before
 * is still confirmed.
 */
public final class GatewayOffers {
  private static final String FILE = "gateways.csv";
  private static final String[] COLUMNS = {"unit", "gateway", "account", "enabled"};
  private static final String EVERY_UNIT = "*";

  /**
   * A gateway that is switched on.
   *
   * @param account the merchant account's name in the settings; null for the one without a name
   */
  public record Offer(String gateway, @Nullable String account) {}

  private record Line(@Nullable String account, boolean enabled) {}

  private final List<String> gateways;
  private final Map<String, Line> lines;

  private GatewayOffers(List<String> gateways, Map<String, Line> lines) {
    this.gateways = gateways;
    this.lines = lines;
  }

  /**
   * Reads {@code gateways.csv} from the folder where it lies there. What it does not say of a
   * gateway is as in Hoso's own, which switches all of them on for every unit.
   *
   * @param cityFolder null for no city's own
   * @throws BadCityFile when the file breaks a rule of its README
   */
  public static GatewayOffers load(@Nullable Path cityFolder) {
    List<Row> ours = CityFile.read(null, FILE, COLUMNS);
    List<String> gateways = ours.stream().map(row -> row.text("gateway")).toList();
    Set<String> units = UnitFile.read(cityFolder).keySet();
    Map<String, Line> lines = new HashMap<>(read(ours, gateways, units));
    lines.putAll(read(CityFile.read(cityFolder, FILE, COLUMNS), gateways, units));
    return new GatewayOffers(gateways, lines);
  }

  /** A gateway as a unit offers it; empty where it is switched off. */
  public Optional<Offer> offer(String unit, String gateway) {
    Line line = lines.getOrDefault(key(unit, gateway), lines.get(key(EVERY_UNIT, gateway)));
    return Optional.ofNullable(line)
        .filter(Line::enabled)
        .map(it -> new Offer(gateway, it.account()));
  }

  /** The gateways that a unit offers, in the order of Hoso's own file. */
  public List<Offer> offers(String unit) {
    return gateways.stream().flatMap(gateway -> offer(unit, gateway).stream()).toList();
  }

  /** Of these, what takes a fee in one of those currencies. */
  public List<PaymentGateway> taking(String unit, Set<String> currencies) {
    return offers(unit).stream()
        .flatMap(offer -> PaymentGateway.find(offer.gateway()).stream())
        .filter(gateway -> currencies.stream().anyMatch(gateway::takes))
        .toList();
  }

  private static Map<String, Line> read(List<Row> rows, List<String> gateways, Set<String> units) {
    Map<String, Line> lines = new HashMap<>();
    for (Row row : rows) {
      String unit = row.text("unit");
      if (!unit.equals(EVERY_UNIT) && !units.contains(unit)) {
        throw row.bad("unit", unit + " is neither * nor the code of a unit");
      }
      String gateway = row.oneOf("gateway", gateways.toArray(String[]::new));
      Line line = new Line(account(row), row.yes("enabled"));
      if (lines.put(key(unit, gateway), line) != null) {
        throw row.bad("gateway", gateway + " stands here for this unit for the second time");
      }
    }
    return lines;
  }

  private static @Nullable String account(Row row) {
    String account = row.optional("account");
    if (!account.matches("[a-z0-9]{0,20}")) {
      throw row.bad("account", "'" + account + "' is not up to 20 of a-z and 0-9");
    }
    return account.isEmpty() ? null : account;
  }

  private static String key(String unit, String gateway) {
    return unit + "/" + gateway;
  }
}
