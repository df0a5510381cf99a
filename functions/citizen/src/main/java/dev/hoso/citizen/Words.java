package dev.hoso.citizen;

import dev.hoso.core.Name;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;
import dev.hoso.core.catalogue.Unit;
import jakarta.inject.Singleton;

/** What the catalogue's codes are called; a code that it does not know stays a code. */
@Singleton
public final class Words {
  private final Catalogue catalogue;

  Words(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** A unit's name. */
  public Name unit(String code) {
    return catalogue.unit(code).map(Unit::name).orElse(new Name(code, code));
  }

  /** A procedure's name. */
  public Name procedure(String code) {
    return catalogue.procedure(code).map(Procedure::name).orElse(new Name(code, code));
  }
}
