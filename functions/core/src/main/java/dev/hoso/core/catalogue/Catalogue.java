package dev.hoso.core.catalogue;

import dev.hoso.core.cityfile.BadCityFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A city's procedures and units, in the order of its files. Immutable. */
public final class Catalogue {
  /**
   * A local code can carry the agency ({@code 2.000815.000.00.00.H55}) and a case ({@code .01})
   * after the national one.
   */
  private static final Pattern LOCAL_CODE = Pattern.compile("(\\d\\.\\d{6})(?:\\.[A-Z0-9.]+)?");

  private final Map<String, Procedure> procedures;
  private final Map<String, Unit> units;

  private Catalogue(Map<String, Procedure> procedures, Map<String, Unit> units) {
    this.procedures = procedures;
    this.units = units;
  }

  /**
   * Reads {@code procedures.csv}, {@code fees.csv} and {@code units.csv}, each from the folder
   * where it lies there, else Hanoi's.
   *
   * @param cityFolder null for Hanoi
   * @throws BadCityFile when a file breaks a rule of its README
   */
  public static Catalogue load(@Nullable Path cityFolder) {
    return new Catalogue(ProcedureFiles.read(cityFolder), UnitFile.read(cityFolder));
  }

  /** All procedures. */
  public List<Procedure> procedures() {
    return List.copyOf(procedures.values());
  }

  /**
   * The procedure of a code.
   *
   * @param code the national code, also with an agency's or a case's suffix
   */
  public Optional<Procedure> procedure(String code) {
    Matcher local = LOCAL_CODE.matcher(code);
    return local.matches() ? Optional.ofNullable(procedures.get(local.group(1))) : Optional.empty();
  }

  /** All units; a unit comes after its parent. */
  public List<Unit> units() {
    return List.copyOf(units.values());
  }

  /** The unit of exactly that code. */
  public Optional<Unit> unit(String code) {
    return Optional.ofNullable(units.get(code));
  }
}
