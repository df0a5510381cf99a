package dev.hoso.notifications;

import dev.hoso.core.CitizenPages;
import dev.hoso.core.Language;
import dev.hoso.core.Settings;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.notifications.sms.SmsText;
import java.nio.file.Path;

/** How long an announcement is as an SMS, before anybody is told it. */
public final class SmsLength {
  private final Texts texts = new Texts();
  private final Catalogue catalogue;
  private final String citizenAddress;

  /** With the settings' catalogue and pages. */
  public SmsLength(Settings settings) {
    this.catalogue = Catalogue.load(settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null));
    this.citizenAddress = CitizenPages.of(settings).address();
  }

  /**
   * Into how many SMS it goes without diacritics, with the longest dossier code before it. A
   * signature makes no difference: it stands only where it costs no SMS more.
   */
  public int segments(Language language, String text) {
    Letter letter = new Letter(Dossier.nobodys(), language, catalogue, citizenAddress);
    Fact fact = new Fact.Announcement("announcement", Examples.CODE, text, null);
    return SmsText.of(texts.of(fact, "sms", letter), false).segments();
  }
}
