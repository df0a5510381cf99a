package dev.hoso.notifications;

import dev.hoso.core.CitizenPages;
import dev.hoso.core.Language;
import dev.hoso.core.Settings;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.notifications.sms.SmsText;
import java.nio.file.Path;

/** How long an announcement is as an SMS, before anybody is told it. */
public final class SmsLength {
  /** As long as codes are. */
  private static final String LONGEST_CODE = "000.00.01.H26-261123-00000042";

  private final Texts texts = new Texts();
  private final Catalogue catalogue;
  private final String citizenAddress;

  /** With the settings' catalogue and pages. */
  public SmsLength(Settings settings) {
    this.catalogue = Catalogue.load(settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null));
    this.citizenAddress = CitizenPages.of(settings).address();
  }

  /** Into how many SMS it goes without diacritics, with the longest dossier code before it. */
  public int segments(Language language, String text) {
    Letter letter = new Letter(Dossier.nobodys(), language, catalogue, citizenAddress);
    Fact fact = new Fact.Announcement("announcement", LONGEST_CODE, text, null);
    return SmsText.of(texts.of(fact, "sms", letter), false).segments();
  }
}
