package dev.hoso.dossiers.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hoso.core.Name;
import dev.hoso.core.catalogue.Unit;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit that receives or settles dossiers.
 *
 * @param level city, department or commune
 * @param kind the Vietnamese kind, such as phường or sở
 * @param parent code of the unit that it belongs to; left out at the top
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Unit")
record UnitView(String code, Name name, String level, String kind, @Nullable String parent) {
  static UnitView of(Unit unit) {
    return new UnitView(unit.code(), unit.name(), unit.level(), unit.kind(), unit.parent());
  }

  /** Units. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Units")
  record All(List<UnitView> units) {}
}
