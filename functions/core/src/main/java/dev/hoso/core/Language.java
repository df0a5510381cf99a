package dev.hoso.core;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages in which a citizen can be spoken to. */
public enum Language {
  VI,
  EN;

  /** As JSON and HTML have it: {@code vi} or {@code en}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The language of a code.
   *
   * @param field the name to complain under
   * @param text absent means Vietnamese
   * @throws Invalid when it is neither {@code vi} nor {@code en}
   */
  public static Language parse(String field, @Nullable String text) {
    if (text == null) {
      return VI;
    }
    for (Language language : values()) {
      if (language.code().equals(text)) {
        return language;
      }
    }
    throw new Invalid(field, "must be vi or en");
  }
}
