package dev.hoso.dossiers;

import dev.hoso.core.Invalid;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;

/** What a registration must hold to, whoever sends it in whatever form. */
public record Registrable(Catalogue catalogue) {
  /** Of a name, a code or a role, in characters. */
  public static final int LONGEST = 200;

  /**
   * The national code of a procedure.
   *
   * @throws Invalid where the catalogue has none of that code
   */
  public String procedure(String field, String code) {
    return catalogue
        .procedure(code)
        .map(Procedure::code)
        .orElseThrow(
            () -> new Invalid(field, "must be a procedure of the catalogue, see /procedures"));
  }

  /**
   * The code of a unit.
   *
   * @throws Invalid where the catalogue has none of that code
   */
  public String unit(String field, String code) {
    if (catalogue.unit(code).isEmpty()) {
      throw new Invalid(field, "must be a unit of the catalogue, see /units");
    }
    return code;
  }
}
