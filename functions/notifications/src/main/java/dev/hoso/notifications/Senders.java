package dev.hoso.notifications;

import dev.hoso.core.Language;
import dev.hoso.core.Name;
import dev.hoso.core.Settings;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Unit;
import dev.hoso.core.cityfile.BadCityFile;
import dev.hoso.core.cityfile.CityFile;
import dev.hoso.core.cityfile.Row;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In whose name a unit's messages are told: {@code senders.csv} of the catalogue. What a unit does
 * not say, its parent says for it, and after the last of them the line for all.
 */
public final class Senders {
  /** Announcements have a budget and a sender of their own, as if they were a unit's. */
  static final String ANNOUNCEMENTS = "announcements";

  private static final String FILE = "senders.csv";
  private static final String EVERY_UNIT = "*";

  /** Letters and digits with a letter among them: what operators show in place of a number. */
  private static final String SMS_SENDER = "(?=.*[A-Za-z])[A-Za-z0-9]{3,11}";

  private static final String EMAIL_FROM = "[\\p{L}\\p{N} .,&()'-]{1,60}";

  /** Without anything that a telephone makes a link of. */
  private static final String SIGNATURE = "(?!.*\\.[\\p{L}\\p{N}])[\\p{L}\\p{N} .,&()'-]{1,40}";

  private final Sender everyones;
  private final Map<String, Sender> byUnit;

  private Senders(Sender everyones, Map<String, Sender> byUnit) {
    this.everyones = everyones;
    this.byUnit = byUnit;
  }

  private record Sender(
      @Nullable String smsSender, @Nullable String emailFrom, @Nullable Name signature) {
    static final Sender NOBODY = new Sender(null, null, null);

    /** What this one does not say, as another one says it. */
    Sender or(Sender other) {
      return new Sender(
          smsSender == null ? other.smsSender : smsSender,
          emailFrom == null ? other.emailFrom : emailFrom,
          signature == null ? other.signature : signature);
    }
  }

  /** Reads the file of the catalogue that is set. */
  public static Senders of(Settings settings) {
    Path city = settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null);
    return load(city, Catalogue.load(city));
  }

  /**
   * Reads the city's file where it has one, else Hoso's own, in which nobody says anything.
   *
   * @param cityFolder null for no city's own
   * @throws BadCityFile when the file breaks a rule
   */
  static Senders load(@Nullable Path cityFolder, Catalogue catalogue) {
    Map<String, Sender> said = new HashMap<>();
    for (Row row :
        CityFile.read(
            cityFolder, FILE, "unit", "sms_sender", "email_from", "signature_vi", "signature_en")) {
      if (said.put(unit(row, catalogue), sender(row)) != null) {
        throw row.bad("unit", row.text("unit") + " stands here for the second time");
      }
    }
    Sender everyones = said.getOrDefault(EVERY_UNIT, Sender.NOBODY);
    Map<String, Sender> byUnit = new HashMap<>();
    byUnit.put(ANNOUNCEMENTS, said.getOrDefault(ANNOUNCEMENTS, Sender.NOBODY).or(everyones));
    // A unit comes after its parent, so what that one says is known.
    for (Unit unit : catalogue.units()) {
      Sender above =
          unit.parent() == null ? everyones : byUnit.getOrDefault(unit.parent(), everyones);
      byUnit.put(unit.code(), said.getOrDefault(unit.code(), Sender.NOBODY).or(above));
    }
    return new Senders(everyones, Map.copyOf(byUnit));
  }

  private static String unit(Row row, Catalogue catalogue) {
    String unit = row.text("unit");
    if (!unit.equals(EVERY_UNIT) && !unit.equals(ANNOUNCEMENTS) && catalogue.unit(unit).isEmpty()) {
      throw row.bad("unit", unit + " is no code of units.csv, nor *, nor " + ANNOUNCEMENTS);
    }
    return unit;
  }

  private static Sender sender(Row row) {
    String vi = text(row, "signature_vi", SIGNATURE, "at most 40 letters and digits, no link");
    String en = text(row, "signature_en", SIGNATURE, "at most 40 letters and digits, no link");
    if ((vi == null) != (en == null)) {
      throw row.bad(vi == null ? "signature_vi" : "signature_en", "is needed with the other one");
    }
    return new Sender(
        text(row, "sms_sender", SMS_SENDER, "3 to 11 letters and digits, not digits alone"),
        text(row, "email_from", EMAIL_FROM, "a name of at most 60 letters and digits"),
        vi == null || en == null ? null : new Name(vi, en));
  }

  private static @Nullable String text(Row row, String column, String form, String rule) {
    String text = row.optional(column);
    if (!text.isEmpty() && !text.matches(form)) {
      throw row.bad(column, "'" + text + "' is not " + rule);
    }
    return text.isEmpty() ? null : text;
  }

  /** The name that a telephone shows; empty where the setting's is shown. */
  public Optional<String> smsSender(String unit) {
    return Optional.ofNullable(of(unit).smsSender());
  }

  /** The name before the address that e-mails come from; empty for none. */
  public Optional<String> emailFrom(String unit) {
    return Optional.ofNullable(of(unit).emailFrom());
  }

  /** What stands at the end of a unit's texts; empty for nothing. */
  public Optional<String> signature(String unit, Language language) {
    return Optional.ofNullable(of(unit).signature()).map(name -> name.in(language));
  }

  private Sender of(String unit) {
    return byUnit.getOrDefault(unit, everyones);
  }
}
