package dev.hoso.payments.settlement;

import dev.hoso.core.cityfile.BadCityFile;
import dev.hoso.core.cityfile.CityFile;
import dev.hoso.core.cityfile.Row;
import dev.hoso.core.csv.Column;
import dev.hoso.core.csv.TimeForm;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How each gateway writes its settlement files: {@code settlements.csv}. */
public final class Mappings {
  private static final String FILE = "settlements.csv";
  private static final String[] COLUMNS = {
    "gateway",
    "separator",
    "charset",
    "reference",
    "reference_in",
    "amount",
    "unit",
    "decimal",
    "thousands",
    "currency",
    "transaction",
    "refund_transaction",
    "kind",
    "payment",
    "refund",
    "ignored",
    "time",
    "time_format",
    "zone",
    "fee",
    "fee_currency"
  };

  private final Set<String> gateways;
  private final Map<String, Mapping> mappings;

  private Mappings(Set<String> gateways, Map<String, Mapping> mappings) {
    this.gateways = gateways;
    this.mappings = mappings;
  }

  /**
   * Reads the file from the folder where it lies there. What it does not say of a gateway is as in
   * Hoso's own.
   *
   * @param cityFolder null for no city's own
   * @throws BadCityFile when the file breaks a rule of its README
   */
  public static Mappings load(@Nullable Path cityFolder) {
    Map<String, Mapping> ours = read(CityFile.read(null, FILE, COLUMNS), null);
    Map<String, Mapping> all = new HashMap<>(ours);
    all.putAll(read(CityFile.read(cityFolder, FILE, COLUMNS), ours.keySet()));
    return new Mappings(ours.keySet(), all);
  }

  /** The gateways that files can be of. */
  public Set<String> gateways() {
    return gateways;
  }

  /** How a gateway writes them; empty where there is no such gateway. */
  Optional<Mapping> of(String gateway) {
    return Optional.ofNullable(mappings.get(gateway));
  }

  private static Map<String, Mapping> read(List<Row> rows, @Nullable Set<String> known) {
    Map<String, Mapping> mappings = new HashMap<>();
    for (Row row : rows) {
      String gateway = row.text("gateway");
      if (known != null && !known.contains(gateway)) {
        throw row.bad("gateway", gateway + " is none of " + String.join(", ", known));
      }
      if (mappings.put(gateway, mapping(gateway, row)) != null) {
        throw row.bad("gateway", gateway + " stands here for the second time");
      }
    }
    return mappings;
  }

  private static Mapping mapping(String gateway, Row row) {
    Column transaction = column(row, "transaction");
    Column ofRefunds = column(row, "refund_transaction");
    return new Mapping(
        gateway,
        separator(row),
        charset(row),
        required(row, "reference"),
        row.oneOf("reference_in", "column", "text").equals("text"),
        required(row, "amount"),
        amountForm(row),
        required(row, "currency"),
        transaction,
        ofRefunds.told() ? ofRefunds : transaction,
        column(row, "kind"),
        words(row),
        column(row, "time"),
        timeForm(row),
        column(row, "fee"),
        column(row, "fee_currency"));
  }

  private static char separator(Row row) {
    return switch (row.oneOf("separator", "comma", "semicolon", "tab", "bar")) {
      case "comma" -> ',';
      case "semicolon" -> ';';
      case "tab" -> '\t';
      default -> '|';
    };
  }

  private static Charset charset(Row row) {
    String name = row.text("charset");
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw row.bad("charset", "'" + name + "' is no charset like UTF-8 or windows-1258");
    }
  }

  private static AmountForm amountForm(Row row) {
    String decimal = row.oneOf("decimal", "point", "comma");
    String thousands = row.oneOf("thousands", "none", "point", "comma", "space");
    if (decimal.equals(thousands)) {
      throw row.bad("thousands", "is the same as decimal");
    }
    return new AmountForm(
        decimal.equals("point") ? '.' : ',',
        Map.of("none", "", "point", ".", "comma", ",", "space", " ").getOrDefault(thousands, ""),
        AmountForm.Unit.of(row.oneOf("unit", AmountForm.Unit.codes())));
  }

  private static Mapping.Words words(Row row) {
    Mapping.Words words =
        new Mapping.Words(words(row, "payment"), words(row, "refund"), words(row, "ignored"));
    if (column(row, "kind").told() && words.payment().isEmpty()) {
      throw row.bad("payment", "must say what a payment is called in the column of kind");
    }
    return words;
  }

  private static Set<String> words(Row row, String column) {
    return Arrays.stream(row.optional(column).split("\\|", -1))
        .map(Column::compared)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable TimeForm timeForm(Row row) {
    if (!column(row, "time").told()) {
      return null;
    }
    try {
      return TimeForm.of(row.text("time_format"), row.text("zone"));
    } catch (DateTimeException e) {
      throw row.bad("zone", "is no zone like Asia/Ho_Chi_Minh");
    } catch (IllegalArgumentException e) {
      throw row.bad("time_format", "is no pattern like yyyy-MM-dd HH:mm:ss");
    }
  }

  private static Column required(Row row, String name) {
    row.text(name);
    return column(row, name);
  }

  private static Column column(Row row, String name) {
    return Column.of(row.optional(name));
  }
}
