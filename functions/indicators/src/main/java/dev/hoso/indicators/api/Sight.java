package dev.hoso.indicators.api;

import dev.hoso.core.Refused;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Unit;
import dev.hoso.core.web.Caller;
import io.micronaut.http.HttpRequest;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whose figures somebody may see: a token with the claim {@code unit} shows that unit's alone; one
 * without it, or of the city itself, shows all.
 *
 * @param unit null for all of them
 */
public record Sight(@Nullable String unit) {
  /** Of whoever asks. */
  public static Sight of(HttpRequest<?> request, Catalogue catalogue) {
    Predicate<String> wholeCity =
        code -> catalogue.unit(code).map(Unit::level).filter("city"::equals).isPresent();
    return new Sight(Caller.unit(request).filter(wholeCity.negate()).orElse(null));
  }

  /**
   * The unit whose figures are shown; null for all of them.
   *
   * @throws Refused where another one was asked for than may be seen
   */
  public @Nullable String narrowed(@Nullable String asked) {
    if (unit == null) {
      return asked;
    }
    if (asked != null && !asked.equals(unit)) {
      throw new Refused(403, "another-unit", "This token shows the figures of " + unit + " alone.");
    }
    return unit;
  }
}
