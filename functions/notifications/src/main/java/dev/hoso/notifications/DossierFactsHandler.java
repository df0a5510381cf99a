package dev.hoso.notifications;

import dev.hoso.core.lambda.Change;
import dev.hoso.core.lambda.StreamConsumer;

/** Takes the changes of dossiers in and tells their applicants what happened. */
public final class DossierFactsHandler extends StreamConsumer {
  private final Teller teller;

  /** As Lambda makes it, from the environment: clients, texts and classes are in the snapshot. */
  public DossierFactsHandler() {
    this(Notifications.fromEnvironment());
    teller.rehearse();
  }

  DossierFactsHandler(Notifications notifications) {
    this.teller = notifications.teller();
  }

  @Override
  protected void take(Change change) {
    Dossier after = Dossier.of(change.after());
    if (after != null) {
      Facts.between(Dossier.of(change.before()), after).forEach(fact -> teller.tell(after, fact));
    }
  }
}
