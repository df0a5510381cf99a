package dev.hoso.core;

import java.time.Duration;
import java.util.Base64;

/**
 * The address at which a dossier's applicant says how it went, without logging in: it is signed,
 * and nothing of it is kept. Whoever reads the tables cannot make one.
 */
public final class RatingLinks {
  /** The setting that names the key. */
  public static final String KEY = "HOSO_RATINGS_KEY";

  /** How long after it was first said it can be said otherwise. */
  public static final Duration CHANGEABLE = Duration.ofDays(7);

  private final DerivedKey key;
  private final CitizenPages pages;

  /** With the key and the pages that are set. */
  public RatingLinks(Settings settings) {
    this.key = new DerivedKey(settings, KEY, "hoso ratings");
    this.pages = CitizenPages.of(settings);
  }

  /** The page for a dossier's applicant. */
  public String page(DossierCode dossier, Language language) {
    return pages.rate(dossier, token(dossier), language);
  }

  /** The end of the page's address. */
  public String token(DossierCode dossier) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.mac(dossier.value()));
  }

  /** Whether the address that ends so is the dossier's. */
  public boolean signed(DossierCode dossier, String token) {
    return ConstantTime.same(token(dossier), token);
  }
}
