package dev.hoso.notifications.announcements;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.hoso.core.DossierCode;
import dev.hoso.core.EmailAddress;
import dev.hoso.core.Invalid;
import dev.hoso.core.Language;
import dev.hoso.core.PhoneNumber;
import dev.hoso.notifications.Announcing.Addressee;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the columns of a list are, by the names in its first line, and what its other lines say.
 *
 * @param separator a comma, or what spreadsheets write where the comma is for decimals
 */
record Columns(char separator, Map<String, Integer> places) {
  /** What is read, by what it is called in lists; capitals and accents make no difference. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("dossier", "dossier"),
          Map.entry("ma ho so", "dossier"),
          Map.entry("phone", "phone"),
          Map.entry("so dien thoai", "phone"),
          Map.entry("sdt", "phone"),
          Map.entry("dien thoai", "phone"),
          Map.entry("email", "email"),
          Map.entry("e-mail", "email"),
          Map.entry("thu dien tu", "email"),
          Map.entry("language", "language"),
          Map.entry("ngon ngu", "language"));

  private static final char BYTE_ORDER_MARK = '\ufeff';

  Columns {
    places = Map.copyOf(places);
  }

  /**
   * Reads the first line.
   *
   * @throws Invalid where no column is a contact, or one stands there twice
   */
  static Columns of(String header) {
    String line =
        header.isEmpty() || header.charAt(0) != BYTE_ORDER_MARK ? header : header.substring(1);
    char separator = line.contains(";") ? ';' : line.contains("\t") ? '\t' : ',';
    Map<String, Integer> places = new HashMap<>();
    List<String> names = fields(line, separator);
    for (int place = 0; place < names.size(); place++) {
      String name = NAMES.get(Plain.of(names.get(place)));
      if (name != null && places.put(name, place) != null) {
        throw new Invalid(name, "stands there twice");
      }
    }
    if (!places.containsKey("phone") && !places.containsKey("email")) {
      throw new Invalid("list", "must name a column phone or email in its first line");
    }
    return new Columns(separator, places);
  }

  /**
   * Whom a line names.
   *
   * @param channel by which; null for a mobile where there is one, else by e-mail
   * @throws Invalid naming the column
   */
  Addressee addressee(String line, @Nullable String channel) {
    List<String> fields = fields(line, separator);
    String phone = field(fields, "phone");
    String email = field(fields, "email");
    String code = field(fields, "dossier");
    String dossier = code == null ? null : DossierCode.parse("dossier", code).value();
    String spoken = field(fields, "language");
    Language language =
        Language.parse("language", spoken == null ? null : spoken.toLowerCase(Locale.ROOT));
    PhoneNumber number = phone == null ? null : PhoneNumber.parse("phone", phone);
    EmailAddress address = email == null ? null : EmailAddress.parse("email", email);
    boolean mobile = number != null && number.mobile();
    if (channel == null ? mobile : channel.equals("sms")) {
      return new Addressee(dossier, "sms", mobile(number), language);
    }
    if (address == null) {
      throw number == null || channel != null
          ? new Invalid("email", "is missing")
          : new Invalid("phone", "is a landline, which takes no SMS");
    }
    return new Addressee(dossier, "email", address.value(), language);
  }

  private static String mobile(@Nullable PhoneNumber number) {
    if (number == null) {
      throw new Invalid("phone", "is missing");
    }
    if (!number.mobile()) {
      throw new Invalid("phone", "is a landline, which takes no SMS");
    }
    return number.e164();
  }

  private @Nullable String field(List<String> fields, String name) {
    Integer place = places.get(name);
    String text = place == null || place >= fields.size() ? "" : fields.get(place).strip();
    return text.isEmpty() ? null : text;
  }

  private static List<String> fields(String line, char separator) {
    try {
      return CsvReader.builder()
          .fieldSeparator(separator)
          .allowUnclosedQuote(false)
          .ofSingleCsvRecord(line)
          .getFields();
    } catch (CsvParseException e) {
      throw new Invalid("line", "has a quote that does not end in it");
    }
  }
}
