package dev.hoso.citizen.verify;

import java.util.Locale;

/** What a result is good for. The best comes first. */
public enum Validity {
  VALID,
  SUPERSEDED,
  REVOKED;

  /** As JSON and the page's style have it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
