package dev.hoso.dossiers;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a dossier comes from.
 *
 * @param imported null where it was registered here
 * @param transfers between units, the first one first
 */
public record Origin(@Nullable Imported imported, List<Transfer> transfers) {
  static final Origin HERE = new Origin(null, List.of());

  public Origin {
    transfers = List.copyOf(transfers);
  }

  Origin with(List<Transfer> more) {
    return new Origin(imported, Stream.concat(transfers.stream(), more.stream()).toList());
  }
}
