package dev.hoso.notifications;

import dev.hoso.core.CitizenPages;
import dev.hoso.core.Language;
import dev.hoso.core.Money;
import dev.hoso.core.Name;
import dev.hoso.core.Time;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;
import dev.hoso.core.catalogue.Unit;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every text may say of a dossier, in its reader's language: the {@code it} of the templates.
 */
public final class Letter {
  /** What keeps a reason with the words around it within two SMS. */
  private static final int BRIEF = 120;

  private static final DateTimeFormatter DAY_VI = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter DAY_EN =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

  private final Dossier dossier;
  private final Language language;
  private final Catalogue catalogue;
  private final CitizenPages pages;

  /**
   * A letter to the dossier's applicant.
   *
   * @param citizenAddress of the pages for citizens, without a slash at the end
   */
  public Letter(Dossier dossier, Catalogue catalogue, String citizenAddress) {
    this(dossier, dossier.applicant().language(), catalogue, citizenAddress);
  }

  /** A letter in the language that its reader has just asked for. */
  Letter(Dossier dossier, Language language, Catalogue catalogue, String citizenAddress) {
    this.dossier = dossier;
    this.language = language;
    this.catalogue = catalogue;
    this.pages = new CitizenPages(citizenAddress);
  }

  public Language language() {
    return language;
  }

  /** The dossier's code. */
  public String code() {
    return dossier.code();
  }

  /** The unit's code. */
  public String unitCode() {
    return dossier.unit();
  }

  /** The unit's name, or its code where the catalogue has none. */
  public String unit() {
    Name unknown = new Name(dossier.unit(), dossier.unit());
    return catalogue.unit(dossier.unit()).map(Unit::name).orElse(unknown).in(language);
  }

  /** The procedure's name, or its code where the catalogue has none. */
  public String procedure() {
    Name unknown = new Name(dossier.procedure(), dossier.procedure());
    return catalogue
        .procedure(dossier.procedure())
        .map(Procedure::name)
        .orElse(unknown)
        .in(language);
  }

  /** The day on which the dossier was received. */
  public String receivedOn() {
    return day(Objects.requireNonNull(dossier.receivedAt(), "receivedAt"));
  }

  /** The day on which the result is due; null where it is not known. */
  public @Nullable String dueOn() {
    return dossier.dueAt() == null ? null : day(dossier.dueAt());
  }

  /** Whether the due day can still move, because that year's holidays are not known yet. */
  public boolean dueProvisional() {
    return dossier.dueProvisional();
  }

  /** The day on which the dossier came into its status. */
  public String statusOn() {
    return day(dossier.statusAt());
  }

  /** A day as it is in Vietnam: {@code 23/11/2026}, {@code 23 Nov 2026}. */
  public String day(Instant instant) {
    DateTimeFormatter form =
        switch (language) {
          case VI -> DAY_VI;
          case EN -> DAY_EN;
        };
    return form.format(Time.vietnam(instant));
  }

  /** Hour and day: {@code 14:30 23/11/2026}. */
  public String time(Instant instant) {
    return HOUR.format(Time.vietnam(instant)) + " " + day(instant);
  }

  /** {@code 50.000đ}, {@code 50,000 VND}. */
  public String amount(Money money) {
    return switch (language) {
      case VI -> money.vietnamese();
      case EN -> money.english();
    };
  }

  /** The city's own address, where everything begins. */
  public String address() {
    return pages.address();
  }

  /** The address of the page that shows the dossier. */
  public String lookUp() {
    return pages.lookUp(dossier.code());
  }

  /** {@code KQ1} of a result's number: the dossier's code stands before it in every text. */
  public String ordinal(String resultNumber) {
    return resultNumber.substring(resultNumber.lastIndexOf('-') + 1);
  }

  /** The address of a receipt's page. */
  public String receipt(String receipt) {
    return pages.receipt(receipt);
  }

  /** Whether there is a number, short enough for an SMS; a longer one is told elsewhere. */
  public boolean fits(@Nullable String number, int longest) {
    return number != null && number.length() <= longest;
  }

  /** What an officer wrote, cut at a word where it is too long for an SMS. */
  public String brief(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= BRIEF) {
      return line;
    }
    int space = line.lastIndexOf(' ', BRIEF - 3);
    return line.substring(0, space < BRIEF / 2 ? BRIEF - 3 : space) + "...";
  }
}
