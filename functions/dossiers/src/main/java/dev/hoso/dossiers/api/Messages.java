package dev.hoso.dossiers.api;

import dev.hoso.core.DossierCode;
import dev.hoso.core.dynamo.Table;
import java.util.List;

/** What notifications wrote down: read only here, and as it is now. */
record Messages(Table table) {
  /** The messages of a dossier, in the order of their names. */
  List<MessageView> of(DossierCode code) {
    return table.query("dossier", code.value()).stream().map(MessageView::of).toList();
  }
}
